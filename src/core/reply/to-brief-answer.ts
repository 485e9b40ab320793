import type { Diagnosis } from '../diagnose/diagnose.ts';
import type { FindingAnswer } from './reply.ts';
import { describeWhere, toQuote } from './wording.ts';

/** What an answer is called, and how much it matters: what an entry or nginx's source says by itself. */
export type AnswerHead = Pick<FindingAnswer, 'entry' | 'title' | 'severity' | 'blame' | 'meaning'>;

/** A finding that is only named: where it is and how often, nothing that needs its causes. */
export function toBriefAnswer(
  { finding, consequenceOf }: Pick<Diagnosis, 'finding' | 'consequenceOf'>,
  head: AnswerHead,
): FindingAnswer {
  const { lead, tally, message, signature } = finding;
  return {
    ...head,
    inBrief: true,
    where: describeWhere(finding),
    route: null,
    message: lead.message,
    line: lead.at[0] ?? 0,
    text: lead.earlier ? lead.message : toQuote(lead).text,
    userSees: '',
    signature: {
      template: finding.template,
      source: message?.file ?? signature?.source ?? '',
      function: message?.function ?? signature?.function ?? '',
    },
    count: tally.count,
    firstAt: tally.firstAt,
    lastAt: tally.lastAt,
    lines: tally.lines,
    facts: finding.facts,
    consequenceOf,
    causes: [],
    nextCheck: null,
    checks: [],
    verification: [],
    prevention: [],
    myths: [],
    references: [],
  };
}
