import { chmodSync, existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { MIGRATIONS } from '../../src/store/migrations.ts';
import { openDatabase } from '../../src/store/open-database.ts';
import { openStore } from '../../src/store/open-store.ts';
import { StoreError } from '../../src/store/store-error.ts';
import { textOfFeedback } from '../../src/store/text-of-feedback.ts';
import { temporaryFolder } from './temporary-folder.ts';

const modeOf = (file: string): string => (statSync(file).mode & 0o777).toString(8);

test('the file and those beside it can be read by their owner alone', () => {
  const file = join(temporaryFolder(), 'cases.db');
  const database = openDatabase(file);
  database.exec("INSERT INTO feedback VALUES ('e', 'c', 'fixed', 1)");
  expect([file, `${file}-wal`, `${file}-shm`].map(modeOf)).toEqual(['600', '600', '600']);
  database.close();
});

test('a file that others could read is closed to them', () => {
  const file = join(temporaryFolder(), 'cases.db');
  writeFileSync(file, '');
  chmodSync(file, 0o644);
  openDatabase(file).close();
  expect(modeOf(file)).toBe('600');
});

test('a file of a version before tables is brought up to date, and one of this version is left as it is', () => {
  const file = join(temporaryFolder(), 'cases.db');
  openDatabase(file).close();
  const database = openDatabase(file);
  expect(database.prepare('PRAGMA user_version').get()?.user_version).toBe(MIGRATIONS.length);
  expect(database.prepare('PRAGMA journal_mode').get()?.journal_mode).toBe('wal');
  database.close();
});

describe('a file that cannot be used is told with what to do:', () => {
  test.for([
    ['its folder does not exist', (folder: string) => join(folder, 'none', 'cases.db'), 'does not exist. Create it'],
    [
      'it is a folder',
      (folder: string) => {
        mkdirSync(join(folder, 'cases.db'));
        return join(folder, 'cases.db');
      },
      'it is a folder',
    ],
    [
      'it is something else',
      (folder: string) => {
        writeFileSync(join(folder, 'cases.db'), 'not a database, but long enough to be looked at '.repeat(40));
        return join(folder, 'cases.db');
      },
      'it is no store of nginx-why',
    ],
    [
      'a newer version wrote it',
      (folder: string) => {
        const database = new DatabaseSync(join(folder, 'cases.db'));
        database.exec('PRAGMA user_version = 99');
        database.close();
        return join(folder, 'cases.db');
      },
      'written by a newer nginx-why',
    ],
  ] as const)('%s', ([, plant, words]) => {
    const file = plant(temporaryFolder());
    expect(() => openDatabase(file)).toThrow(StoreError);
    expect(() => openDatabase(file)).toThrow(words);
    expect(() => openDatabase(file)).toThrow(file);
  });
});

test('without a file everything is kept in memory, apart from others', () => {
  const one = openStore(null, 1000, () => {});
  const other = openStore(null, 1000, () => {});
  one.feedback.add('closed', 'slow', 'fixed');
  expect(other.feedback.counts()).toEqual([]);
  expect(existsSync(':memory:')).toBe(false);
  one.close();
  other.close();
});

test('feedback is counted by entry, cause and verdict', () => {
  const { feedback, close } = openStore(null, 1000, () => {});
  feedback.add('closed', 'slow', 'not-it');
  feedback.add('closed', 'slow', 'fixed');
  feedback.add('closed', 'slow', 'fixed');
  feedback.add('closed', 'crash', 'fixed');
  expect(feedback.counts()).toEqual([
    { entry: 'closed', cause: 'crash', verdict: 'fixed', count: 1 },
    { entry: 'closed', cause: 'slow', verdict: 'fixed', count: 2 },
    { entry: 'closed', cause: 'slow', verdict: 'not-it', count: 1 },
  ]);
  expect(textOfFeedback(feedback.counts())).toBe(
    '  fixed  not it  entry and cause\n      2       1  closed slow\n      1       0  closed crash\n',
  );
  close();
});
