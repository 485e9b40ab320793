import type { FixVerdict } from '../core/verdict/fix-verdict.ts';
import type { Look } from './look.ts';
import { textOfCommand } from './text-of-steps.ts';
import { wrap } from './wrap.ts';

const SEVERITY = { fixed: 'harmless', 'still-failing': 'error', 'not-decidable': 'warning' } as const;

/** Whether fixes worked: the verdict, the lines that it rests on, and what would decide where they don't. */
export function textOfVerdicts(verdicts: readonly FixVerdict[], look: Look): readonly string[] {
  return verdicts.flatMap((verdict, index) => [
    ...(index > 0 ? [''] : []),
    ...(verdicts.length > 1 ? wrap(verdict.title, look.columns) : []),
    ...textOfVerdict(verdict, look),
  ]);
}

function textOfVerdict({ kind, says, quotes, ask }: FixVerdict, look: Look): readonly string[] {
  return [
    ...wrap(says.replaceAll('`', ''), look.columns).map((line) => look.paint.headline(SEVERITY[kind], line)),
    ...quotes.flatMap(({ line, text }) => wrap(text, look.columns, `  · ${look.nameLines([line])}: `)),
    ...(ask === null ? [] : [...wrap(`To decide: ${ask.do}`, look.columns), textOfCommand(ask.run, look)]),
  ];
}
