import type { DatabaseSync } from 'node:sqlite';
import type { CaseBook, CasePlace } from '../core/case/case-book.ts';
import type { CaseStep } from '../core/case/case-step.ts';
import { parseCaseStep } from './case-step-schema.ts';
import { inTransaction } from './in-transaction.ts';

/** A thread that goes on for longer is read from its last steps on. */
const MOST_STEPS = 100;
const OF_PLACE = 'team = :team AND channel = :channel AND thread = :thread';

/** Cases in a database. A case is kept for `keepMs` after its last step. `now` is in milliseconds since 1970. */
export function createCaseBook(database: DatabaseSync, keepMs: number, now: () => number): CaseBook {
  const insert = database.prepare(
    `INSERT INTO case_steps (team, channel, thread, key, step, expires_at)
     VALUES (:team, :channel, :thread, :key, :step, :expires)`,
  );
  const extend = database.prepare(`UPDATE case_steps SET expires_at = :expires WHERE ${OF_PLACE}`);
  const find = database.prepare(`SELECT id FROM case_steps WHERE ${OF_PLACE} AND key = :key AND expires_at > :now`);
  const select = database.prepare(
    `SELECT step FROM case_steps WHERE ${OF_PLACE} AND id < :id AND expires_at > :now ORDER BY id DESC LIMIT ${MOST_STEPS}`,
  );
  const exchange = database.prepare(
    `UPDATE case_steps SET step = :step WHERE ${OF_PLACE} AND key = :key AND step <> :step`,
  );
  const remove = database.prepare(`DELETE FROM case_steps WHERE ${OF_PLACE} AND key = :key`);
  const expire = database.prepare('DELETE FROM case_steps WHERE expires_at <= :now');

  const read = (place: CasePlace, id: number): readonly CaseStep[] =>
    select
      .all({ ...columnsOf(place), id, now: now() })
      .toReversed()
      .flatMap(({ step }) => parseCaseStep(String(step)) ?? []);

  const before = (place: CasePlace, key: string): readonly CaseStep[] | null => {
    const id = find.get({ ...columnsOf(place), key, now: now() })?.id;
    return id === undefined ? null : read(place, Number(id));
  };

  return {
    add: (place, key, toStep) =>
      inTransaction(database, () => {
        const expires = now() + keepMs;
        expire.run({ now: now() });
        const known = before(place, key);
        const steps = known ?? read(place, Number.MAX_SAFE_INTEGER);
        if (!known) insert.run({ ...columnsOf(place), key, step: JSON.stringify(toStep(steps)), expires });
        extend.run({ ...columnsOf(place), expires });
        return steps;
      }),
    revise: (place, key, toStep) =>
      inTransaction(database, () => {
        const steps = before(place, key);
        if (!steps) return null;
        const { changes } = exchange.run({ ...columnsOf(place), key, step: JSON.stringify(toStep(steps)) });
        extend.run({ ...columnsOf(place), expires: now() + keepMs });
        return { before: steps, isChanged: changes > 0 };
      }),
    before,
    all: (place) => read(place, Number.MAX_SAFE_INTEGER),
    forget: (place, key) => void remove.run({ ...columnsOf(place), key }),
  };
}

const columnsOf = ({ team, channel, thread }: CasePlace) => ({ team, channel, thread });
