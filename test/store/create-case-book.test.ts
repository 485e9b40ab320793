import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import type { CasePlace } from '../../src/core/case/case-book.ts';
import type { CaseStep } from '../../src/core/case/case-step.ts';
import { createCaseBook } from '../../src/store/create-case-book.ts';
import { openDatabase } from '../../src/store/open-database.ts';
import { access, CLOSED, factsOf, TIMEOUT } from '../core/case/sample-case.ts';
import { temporaryFolder } from './temporary-folder.ts';

const DAY = 86_400_000;
const PLACE: CasePlace = { team: 'T1', channel: 'C1', thread: '1763800000.000100' };

const paste = (text: string): CaseStep => ({ kind: 'paste', facts: factsOf(text), isTold: true });
const applied = (at: number): CaseStep => ({ kind: 'applied', at });

function openBook(file: string | null = null) {
  const clock = { now: 0 };
  const database = openDatabase(file);
  return { clock, database, book: createCaseBook(database, 14 * DAY, () => clock.now) };
}

describe('a case', () => {
  test('gives back its steps as they were, in their order', () => {
    const { book } = openBook();
    const steps = [
      paste(`${CLOSED}\n${TIMEOUT}\n${access(502, '30.001')}`),
      applied(1_763_800_100),
      paste('proxy_pass http://a;'),
    ];
    const seen = steps.map((step, index) => book.add(PLACE, `${index}`, () => step));
    expect(seen).toEqual([[], steps.slice(0, 1), steps.slice(0, 2)]);
    expect(book.all(PLACE)).toEqual(steps);
    expect(book.before(PLACE, '1')).toEqual(steps.slice(0, 1));
  });

  test('takes a step that comes again for the one it has', () => {
    const { book } = openBook();
    book.add(PLACE, 'a', () => applied(1));
    book.add(PLACE, 'b', () => applied(2));
    expect(book.add(PLACE, 'a', () => applied(3))).toEqual([]);
    expect(book.all(PLACE)).toEqual([applied(1), applied(2)]);
  });

  test.for([
    ['workspace', { team: 'T2' }],
    ['channel', { channel: 'C2' }],
    ['thread', { thread: '1763800000.000200' }],
  ] as const)('is not known in another %s', ([, other]) => {
    const { book } = openBook();
    book.add(PLACE, 'a', () => applied(1));
    expect(book.all({ ...PLACE, ...other })).toEqual([]);
    expect(book.before({ ...PLACE, ...other }, 'a')).toBeNull();
    expect(book.add({ ...PLACE, ...other }, 'a', () => applied(2))).toEqual([]);
  });

  test('makes a step anew where it stands, from the steps before it', () => {
    const { book } = openBook();
    const seen: unknown[] = [];
    book.add(PLACE, 'a', () => applied(1));
    book.add(PLACE, 'b', () => applied(2));
    book.add(PLACE, 'c', () => applied(3));
    const revise = () =>
      book.revise(PLACE, 'b', (before) => {
        seen.push(before);
        return applied(20);
      });
    expect(revise()).toEqual({ before: [applied(1)], isChanged: true });
    expect(revise()).toEqual({ before: [applied(1)], isChanged: false });
    expect(seen).toEqual([[applied(1)], [applied(1)]]);
    expect(book.all(PLACE)).toEqual([applied(1), applied(20), applied(3)]);
  });

  test('has no step to make anew where there is none of that key', () => {
    const { book } = openBook();
    expect(book.revise(PLACE, 'a', () => applied(1))).toBeNull();
    expect(book.all(PLACE)).toEqual([]);
  });

  test('forgets a step, and nothing else', () => {
    const { book } = openBook();
    book.add(PLACE, 'a', () => applied(1));
    book.add(PLACE, 'b', () => applied(2));
    book.forget(PLACE, 'a');
    expect(book.all(PLACE)).toEqual([applied(2)]);
    expect(book.before(PLACE, 'a')).toBeNull();
  });

  test('is kept for as long as it was told after its last step, and then deleted', () => {
    const { book, clock, database } = openBook();
    book.add(PLACE, 'a', () => applied(1));
    clock.now = 13 * DAY;
    book.add(PLACE, 'b', () => applied(2));
    clock.now = 26 * DAY;
    expect(book.all(PLACE)).toHaveLength(2);
    clock.now = 27 * DAY;
    expect(book.all(PLACE)).toEqual([]);
    expect(book.before(PLACE, 'b')).toBeNull();
    book.add({ ...PLACE, thread: 'another' }, 'c', () => applied(3));
    expect(database.prepare('SELECT count(*) AS n FROM case_steps').get()?.n).toBe(1);
  });

  test('of a hundred steps and more is read from its last hundred on', () => {
    const { book } = openBook();
    for (let index = 0; index < 120; index += 1) book.add(PLACE, `${index}`, () => applied(index));
    expect(book.all(PLACE)).toEqual(Array.from({ length: 100 }, (_, index) => applied(20 + index)));
  });

  test('leaves out a step that another version wrote', () => {
    const { book, database } = openBook();
    book.add(PLACE, 'a', () => applied(1));
    book.add(PLACE, 'b', () => applied(2));
    database.exec(`UPDATE case_steps SET step = '{"kind":"paste","facts":{"version":2}}' WHERE key = 'a'`);
    expect(book.all(PLACE)).toEqual([applied(2)]);
  });

  test('is known after the file was closed and opened again, and to two that share it', () => {
    const file = join(temporaryFolder(), 'cases.db');
    const first = openBook(file);
    first.book.add(PLACE, 'a', () => applied(1));
    first.database.close();
    const second = openBook(file);
    const third = openBook(file);
    expect(second.book.add(PLACE, 'b', () => applied(2))).toEqual([applied(1)]);
    expect(third.book.add(PLACE, 'c', () => applied(3))).toEqual([applied(1), applied(2)]);
  });
});

test('what was forgotten is not in the file any more', () => {
  const file = join(temporaryFolder(), 'cases.db');
  const { book, database } = openBook(file);
  book.add(PLACE, 'a', () => paste(CLOSED));
  book.forget(PLACE, 'a');
  database.close();
  const rest = new DatabaseSync(file).serialize();
  expect(Buffer.from(rest).includes('shop.example')).toBe(false);
});
