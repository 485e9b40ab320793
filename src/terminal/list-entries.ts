import type { Entry } from '../core/entry.ts';
import { wrap } from './wrap.ts';

/** One entry a paragraph: its id, which `explain` takes, and below it what happened. Ends with a line break unless empty. */
export function listEntries(entries: readonly Entry[], columns: number): string {
  return entries.map(({ id, title }) => `${id}\n${wrap(title, columns, '  ').join('\n')}\n`).join('');
}
