import type { CauseAnswer, EvidenceAnswer, FixAnswer, StepAnswer } from '../core/reply/reply.ts';
import { escapeMarkdown, toCodeBlock, toCodeSpan } from './escape-markdown.ts';
import type { NameLines } from './markdown-of-finding.ts';

/** One cause as an item of a numbered list, with its evidence and fixes. */
export function markdownOfCause(cause: CauseAnswer, number: number, nameLines: NameLines): readonly string[] {
  const marker = `${number}. `;
  const indent = ' '.repeat(marker.length);
  const ask = cause.ask === null ? [] : ['', `Ask: ${escapeMarkdown(cause.ask)}`];
  const body = [
    escapeMarkdown(cause.why),
    ...cause.evidence.flatMap((evidence) => ['', ...markdownOfEvidence(evidence, nameLines)]),
    ...ask,
    ...cause.fixes.flatMap((fix) => ['', ...markdownOfFix(fix)]),
    '',
  ];
  return [
    `${marker}${escapeMarkdown(cause.title)} \u2014 ${cause.confidence}`,
    '',
    ...body.map((line) => `${indent}${line}`.trimEnd()),
  ];
}

function markdownOfEvidence(evidence: EvidenceAnswer, nameLines: NameLines): readonly string[] {
  const quotes = evidence.quotes.map(
    (quote) => `- ${escapeMarkdown(nameLines([quote.line]))}: ${toCodeSpan(quote.text)}`,
  );
  return [`${evidence.supports ? 'For it' : 'Against it'}: ${escapeMarkdown(evidence.says)}`, '', ...quotes];
}

function markdownOfFix(fix: FixAnswer): readonly string[] {
  const extras = [
    ['Side effects', fix.sideEffects],
    ['Undo', fix.undo],
    ['Not tried by us', fix.unconfirmed],
  ] as const;
  return [
    `Fix: ${escapeMarkdown(fix.title)} (${fix.risk})`,
    '',
    ...fix.steps.flatMap(markdownOfStep),
    ...extras.flatMap(([label, text]) => (text === null ? [] : [`- ${label}: ${escapeMarkdown(text)}`])),
  ];
}

function markdownOfStep(step: StepAnswer): readonly string[] {
  const place = step.in === null ? '' : ` (in ${escapeMarkdown(step.in)})`;
  const lines = step.run === null ? step.change?.split(/\r?\n/) : [step.run];
  if (lines === undefined) return [`- ${escapeMarkdown(step.do)}`];
  return [
    `- ${escapeMarkdown(step.do)}${place}`,
    '',
    ...toCodeBlock(lines, step.run === null ? 'text' : 'sh', '  '),
    '',
  ];
}
