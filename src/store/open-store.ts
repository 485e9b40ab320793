import type { CaseBook } from '../core/case/case-book.ts';
import { createCaseBook } from './create-case-book.ts';
import { createFeedback, type Feedback } from './create-feedback.ts';
import { createSettings, type Settings } from './create-settings.ts';
import { keepAnswering, keepCounting, keepSwitching } from './keep-answering.ts';
import { openDatabase } from './open-database.ts';

/** What the bot remembers beyond one answer. */
export interface Store {
  readonly cases: CaseBook;
  readonly feedback: Feedback;
  readonly settings: Settings;
  readonly close: () => void;
}

const PRUNE_MS = 3_600_000;

/** Opens the store in `file`, or in memory where it is null. Cases are kept for `keepMs` after their last step; expired ones are
 * deleted with every write, and once an hour where nobody writes. `onFailed` hears of everything that the database refuses
 * later; the bot goes on without.
 * Throws StoreError. */
export function openStore(file: string | null, keepMs: number, onFailed: (error: unknown) => void): Store {
  const database = openDatabase(file);
  const prune = database.prepare('DELETE FROM case_steps WHERE expires_at <= :now');
  const timer = setInterval(() => {
    try {
      prune.run({ now: Date.now() });
    } catch (error) {
      onFailed(error);
    }
  }, PRUNE_MS);
  timer.unref();
  return {
    cases: keepAnswering(
      createCaseBook(database, keepMs, () => Date.now()),
      onFailed,
    ),
    feedback: keepCounting(createFeedback(database), onFailed),
    settings: keepSwitching(createSettings(database), onFailed),
    close: () => {
      clearInterval(timer);
      database.close();
    },
  };
}
