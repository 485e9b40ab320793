import type { Cause, Check, Entry, Fix, Step, Verification } from '../core/entry.ts';
import { fillChange, fillCommand, fillSentence, type Values } from '../core/fill/fill-in.ts';
import type { FixAnswer, StepAnswer, VerificationAnswer } from '../core/reply/reply.ts';
import type { Look } from './look.ts';
import { textOfCommand, textOfFix, textOfVerification } from './text-of-steps.ts';
import { wrap } from './wrap.ts';

/** Without a paste there are no values, so every placeholder stays a blank such as `<upstream-port>`. */
const NO_VALUES: Values = new Map();

/** A whole entry as a manual page. Ends with a line break. */
export function entryPage(entry: Entry, look: Look): string {
  const sections = [
    textOfHead(entry, look),
    section(
      'Log lines',
      entry.signatures.flatMap(({ template, source }) => indented(`${template} (${source})`, look)),
    ),
    section(
      'What users see',
      entry.userSees.flatMap(({ text }) => bulleted(text, look)),
    ),
    ...entry.causes.map((cause, index) => textOfCause(cause, index + 1, look)),
    ...entry.checks.map((check) => textOfCheck(check, entry, look)),
    section('Fixed when', textOfVerification(entry.verification.map(toVerificationAnswer), look)),
    section(
      'Often advised, and no help',
      entry.myths.flatMap(({ claim, why }) => bulleted(`${claim.replace(/\.$/, '')} \u2014 ${why}`, look)),
    ),
    section(
      'So that it stays away',
      entry.prevention.flatMap((text) => bulleted(text, look)),
    ),
    section(
      'References',
      entry.references.map(({ title, url }) => `  \u00b7 ${url ? `${title}: ${url}` : title}`),
    ),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

const section = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [title, ...lines];
const indented = (text: string, look: Look): readonly string[] => wrap(text, look.columns, '  ');
const bulleted = (text: string, look: Look): readonly string[] => wrap(text, look.columns, '  \u00b7 ');

function textOfHead(entry: Entry, look: Look): readonly string[] {
  const retired = entry.status === 'retired' ? ' \u00b7 retired' : '';
  return [
    ...wrap(entry.title, look.columns).map((line) => look.paint.headline(entry.severity, line)),
    ...wrap(`${entry.id} \u00b7 ${entry.severity} \u00b7 concerns: ${entry.blame}${retired}`, look.columns),
    '',
    ...wrap(entry.meaning, look.columns),
  ];
}

function textOfCause(cause: Cause, number: number, look: Look): readonly string[] {
  const evidence = cause.evidence.map(({ says, weight }) => `${weight > 0 ? 'For it' : 'Against it'}: ${says}`);
  return [
    ...wrap(`Cause ${number}: ${cause.title}`, look.columns),
    ...indented(`${cause.id}${cause.versions === undefined ? '' : ` \u00b7 ${cause.versions}`}`, look),
    ...indented(cause.why, look),
    ...evidence.flatMap((text) => bulleted(text, look)),
    ...(cause.ask === undefined ? [] : wrap(cause.ask, look.columns, '  Ask: ')),
    ...cause.fixes.flatMap((fix) => textOfFix(toFixAnswer(fix), '  Fix:', look)),
    ...(cause.verification
      ? ['  Fixed when', ...textOfVerification(cause.verification.map(toVerificationAnswer), look)]
      : []),
  ];
}

function textOfCheck(check: Check, entry: Entry, look: Look): readonly string[] {
  const numberOf = (id: string): string => {
    const index = entry.causes.findIndex((cause) => cause.id === id);
    return index < 0 ? id : `${index + 1}`;
  };
  return [
    ...wrap(`Check: ${fillSentence(check.do, NO_VALUES)}`, look.columns),
    textOfCommand(fillCommand(check.run, NO_VALUES), look),
    ...check.outcomes.flatMap(({ shows, means }) =>
      indented(`${shows} \u2192 ${means.map(numberOf).join(', ') || 'none of these'}`, look),
    ),
  ];
}

const optional = (text: string | undefined): string | null =>
  text === undefined ? null : fillSentence(text, NO_VALUES);

function toFixAnswer(fix: Fix): FixAnswer {
  return {
    title: fillSentence(fix.title, NO_VALUES),
    where: fix.where,
    risk: fix.risk,
    undo: optional(fix.undo),
    sideEffects: optional(fix.sideEffects),
    unconfirmed: fix.unconfirmed ?? null,
    steps: fix.steps.map(toStepAnswer),
  };
}

function toStepAnswer(step: Step): StepAnswer {
  return {
    do: fillSentence(step.do, NO_VALUES),
    run: step.run === undefined ? null : fillCommand(step.run, NO_VALUES),
    change: step.change === undefined ? null : fillChange(step.change, NO_VALUES),
    in: optional(step.in),
  };
}

const toVerificationAnswer = (item: Verification): VerificationAnswer => ({
  do: fillSentence(item.do, NO_VALUES),
  run: fillCommand(item.run, NO_VALUES),
  expect: fillSentence(item.expect, NO_VALUES),
});
