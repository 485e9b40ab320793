import type { FixVerdict } from '../core/verdict/fix-verdict.ts';
import { escapeMarkdown, toCodeBlock, toCodeSpan } from './escape-markdown.ts';
import type { NameLines } from './markdown-of-finding.ts';

/** Whether fixes worked, under one heading; nothing where none was judged. */
export function markdownOfVerdicts(verdicts: readonly FixVerdict[], nameLines: NameLines): readonly string[] {
  if (verdicts.length === 0) return [];
  return ['## Did the fix work?', ...verdicts.flatMap((verdict) => ['', ...markdownOfVerdict(verdict, nameLines)])];
}

function markdownOfVerdict({ title, says, quotes, ask }: FixVerdict, nameLines: NameLines): readonly string[] {
  return [
    `${escapeMarkdown(`${title}:`)} ${escapeMarkdown(says)}`,
    ...(quotes.length === 0 ? [] : ['']),
    ...quotes.map(({ line, text }) => `- ${escapeMarkdown(nameLines([line]))}: ${toCodeSpan(text)}`),
    ...(ask === null ? [] : ['', escapeMarkdown(`To decide: ${ask.do}`), '', ...toCodeBlock([ask.run], 'sh')]),
  ];
}
