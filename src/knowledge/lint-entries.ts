import type { Knowledge } from '../core/knowledge.ts';
import { lintCompleteness } from './lint-completeness.ts';
import { lintConfigSignals } from './lint-config-signals.ts';
import { lintDangerousAdvice } from './lint-dangerous-advice.ts';
import { lintDirectives } from './lint-directives.ts';
import { lintIds } from './lint-ids.ts';
import { lintNearDuplicates } from './lint-near-duplicates.ts';
import { lintPlaceholders } from './lint-placeholders.ts';
import { lintReload } from './lint-reload.ts';
import { lintRisk } from './lint-risk.ts';
import { lintShell } from './lint-shell.ts';
import type { Problem } from './problem.ts';

/** The corpus rules that need no engine. Retired entries keep to them too: their pages can still be read. */
export function lintEntries({ entries, directives }: Pick<Knowledge, 'entries' | 'directives'>): readonly Problem[] {
  return [
    ...lintIds(entries),
    ...entries.flatMap((entry) => [
      ...lintCompleteness(entry),
      ...lintPlaceholders(entry),
      ...lintShell(entry),
      ...lintRisk(entry),
      ...lintReload(entry),
      ...lintDangerousAdvice(entry),
      ...lintDirectives(entry, directives),
      ...lintConfigSignals(entry, directives),
    ]),
    ...lintNearDuplicates(entries),
  ];
}
