import { chmodSync, closeSync, openSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { inTransaction } from './in-transaction.ts';
import { MIGRATIONS } from './migrations.ts';
import { StoreError } from './store-error.ts';

const ONLY_OWNER = 0o600;
/** Other processes that share the file finish their short writes within this time. */
const BUSY_MS = 5_000;
/** 1 GiB of pages: whatever is pasted, the store can't fill a disk. */
const MOST_PAGES = 262_144;

/** Opens the file, makes it one that only its owner can read, and brings its tables up to date; null keeps everything in memory.
 * Throws StoreError. */
export function openDatabase(file: string | null): DatabaseSync {
  if (file === null) return prepare(new DatabaseSync(':memory:'), ':memory:');
  makePrivate(file);
  try {
    return prepare(new DatabaseSync(file, { timeout: BUSY_MS }), file);
  } catch (error) {
    if (error instanceof StoreError) throw error;
    throw new StoreError(file, explain(error), error);
  }
}

/** SQLite gives the files beside it (`-wal`, `-shm`) the permissions of the file itself. */
function makePrivate(file: string): void {
  try {
    closeSync(openSync(file, 'a', ONLY_OWNER));
    if ((statSync(file).mode & 0o777) !== ONLY_OWNER) chmodSync(file, ONLY_OWNER);
  } catch (error) {
    throw new StoreError(file, explain(error, file), error);
  }
}

function prepare(database: DatabaseSync, file: string): DatabaseSync {
  database.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = NORMAL;
    PRAGMA secure_delete = ON;
    PRAGMA max_page_count = ${MOST_PAGES};
  `);
  migrate(database, file);
  return database;
}

function migrate(database: DatabaseSync, file: string): void {
  inTransaction(database, () => {
    const version = Number(database.prepare('PRAGMA user_version').get()?.user_version ?? 0);
    if (version > MIGRATIONS.length) {
      throw new StoreError(
        file,
        `it was written by a newer nginx-why (format ${version}, this one knows ${MIGRATIONS.length}). Start the newer one again, or name another file.`,
      );
    }
    for (const statements of MIGRATIONS.slice(version)) database.exec(statements);
    database.exec(`PRAGMA user_version = ${MIGRATIONS.length}`);
  });
}

const ADVICE: Readonly<Record<string, (file: string) => string>> = {
  ENOENT: (file) => `the folder ${dirname(file)} does not exist. Create it, writable for the user that runs the bot.`,
  EACCES: () => 'this user may not write it. Give the file and its folder to the user that runs the bot.',
  EPERM: () => 'it belongs to another user. Give the file to the user that runs the bot.',
  EROFS: () => 'its file system is read-only. Name a file on a volume that can be written.',
  EISDIR: () => 'it is a folder. Name a file in it.',
};
const NOT_A_DATABASE = 26;

function explain(error: unknown, file = ''): string {
  if (!(error instanceof Error)) return `it can't be opened (${String(error)}).`;
  const advice = 'code' in error ? ADVICE[String(error.code)] : undefined;
  if (advice) return advice(file);
  if ('errcode' in error && error.errcode === NOT_A_DATABASE) {
    return 'it is no store of nginx-why. Name another file, or move this one away.';
  }
  return `it can't be opened (${error.message}).`;
}
