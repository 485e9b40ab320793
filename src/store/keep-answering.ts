import type { CaseBook } from '../core/case/case-book.ts';
import type { Feedback } from './create-feedback.ts';
import type { Settings } from './create-settings.ts';

/** A book of cases that answers as if a case were new when the database fails: whoever asks gets an answer all the same, and
 * `onFailed` hears of it. */
export function keepAnswering(book: CaseBook, onFailed: (error: unknown) => void): CaseBook {
  const attempt = orElse(onFailed);
  return {
    add: (place, key, toStep) => attempt(() => book.add(place, key, toStep), []),
    revise: (place, key, toStep) => attempt(() => book.revise(place, key, toStep), null),
    before: (place, key) => attempt(() => book.before(place, key), null),
    all: (place) => attempt(() => book.all(place), []),
    forget: (place, key) => attempt(() => book.forget(place, key), undefined),
  };
}

/** The same for feedback: it is lost, and nothing else. */
export function keepCounting(feedback: Feedback, onFailed: (error: unknown) => void): Feedback {
  const attempt = orElse(onFailed);
  return {
    add: (entry, cause, verdict) => attempt(() => feedback.add(entry, cause, verdict), undefined),
    counts: feedback.counts,
  };
}

/** Settings that are off when the database fails: what nobody can look up is not asked for, and nobody has chosen a language. A change
 * that fails is thrown, for somebody waits for it. */
export function keepSwitching(settings: Settings, onFailed: (error: unknown) => void): Settings {
  const attempt = orElse(onFailed);
  return {
    explainsIn: (channel) => attempt(() => settings.explainsIn(channel), false),
    setExplains: settings.setExplains,
    languageOf: (user) => attempt(() => settings.languageOf(user), null),
    setLanguage: settings.setLanguage,
  };
}

function orElse(onFailed: (error: unknown) => void) {
  return <T>(work: () => T, otherwise: T): T => {
    try {
      return work();
    } catch (error) {
      onFailed(error);
      return otherwise;
    }
  };
}
