import type { Entry } from '../core/entry.ts';
import type { Problem } from './problem.ts';

/** A reader who has a cause is told how to cure it, how to see that it is cured, and where to read on. */
export function lintCompleteness(entry: Entry): readonly Problem[] {
  const problem = (path: string, text: string): Problem => ({ at: entry.id, path, text, weight: 'error' });
  return [
    ...entry.causes.flatMap((cause) => [
      ...(cause.fixes.length > 0 ? [] : [problem(`causes.${cause.id}`, 'has no fix: add one')]),
      ...(cause.verification?.length || entry.verification.length > 0
        ? []
        : [
            problem(`causes.${cause.id}`, 'has no verification, nor has the entry: add what shows that the fix worked'),
          ]),
    ]),
    ...(entry.references.length > 0
      ? []
      : [problem('references', 'is empty: name the documentation or the source that the entry rests on')]),
  ];
}
