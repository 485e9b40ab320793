import type { Diagnosis } from '../diagnose/diagnose.ts';
import type { RankedCause } from '../diagnose/rank-causes.ts';
import type { WeighedEvidence } from '../diagnose/weigh-evidence.ts';
import type { Check, Entry, Fix, Step, Verification } from '../entry.ts';
import { fillChange, fillCommand, fillSentence, type Values } from '../fill/fill-in.ts';
import { toValues } from '../fill/to-values.ts';
import { describeRoute } from './describe-route.ts';
import type {
  CauseAnswer,
  CheckAnswer,
  EvidenceAnswer,
  FindingAnswer,
  FixAnswer,
  StepAnswer,
  VerificationAnswer,
} from './reply.ts';
import { type AnswerHead, toBriefAnswer } from './to-brief-answer.ts';
import { toQuote } from './wording.ts';

const MOST_QUOTES = 3;

/** Fills the entry of a diagnosis with the reader's own values. */
export function composeAnswer(diagnosis: Diagnosis, entry: Entry): FindingAnswer {
  const values = toValues(diagnosis.finding);
  const verification = entry.verification.map((one) => toVerificationAnswer(one, values));
  return {
    ...toBriefAnswer(diagnosis, headOfEntry(entry)),
    inBrief: false,
    route: describeRoute(diagnosis.routes),
    userSees: diagnosis.userSees ?? '',
    causes: diagnosis.causes.map((ranked) => toCauseAnswer(ranked, verification, values)),
    nextCheck: diagnosis.nextCheck && toCheckAnswer(diagnosis.nextCheck, values),
    checks: entry.checks.map((check) => toCheckAnswer(check, values)),
    verification,
    prevention: entry.prevention.map((text) => fillSentence(text, values)),
    myths: entry.myths.map(({ claim, why }) => ({ claim, why })),
    references: entry.references,
  };
}

/** What an entry says about every line of its own. */
export function headOfEntry({ id, title, severity, blame, meaning }: Entry): AnswerHead {
  return { entry: id, title, severity, blame, meaning };
}

function toCauseAnswer(ranked: RankedCause, verification: readonly VerificationAnswer[], values: Values): CauseAnswer {
  const { cause } = ranked;
  return {
    id: cause.id,
    title: cause.title,
    why: cause.why,
    confidence: ranked.confidence,
    probability: ranked.probability,
    evidence: ranked.evidence.map(toEvidenceAnswer),
    ask: cause.ask ?? null,
    versions: cause.versions ?? null,
    fixes: cause.fixes.map((fix) => toFixAnswer(fix, values)),
    verification: cause.verification?.map((one) => toVerificationAnswer(one, values)) ?? verification,
  };
}

function toEvidenceAnswer({ evidence, shown, weight, proves }: WeighedEvidence): EvidenceAnswer {
  return {
    signal: evidence.signal,
    supports: weight > 0,
    proves,
    says: evidence.says,
    quotes: shown.slice(0, MOST_QUOTES).map(toQuote),
  };
}

function toFixAnswer(fix: Fix, values: Values): FixAnswer {
  return {
    title: fillSentence(fix.title, values),
    where: fix.where,
    risk: fix.risk,
    undo: fix.undo === undefined ? null : fillSentence(fix.undo, values),
    sideEffects: fix.sideEffects === undefined ? null : fillSentence(fix.sideEffects, values),
    unconfirmed: fix.unconfirmed ?? null,
    steps: fix.steps.map((step) => toStepAnswer(step, values)),
  };
}

function toStepAnswer(step: Step, values: Values): StepAnswer {
  return {
    do: fillSentence(step.do, values),
    run: step.run === undefined ? null : fillCommand(step.run, values),
    change: step.change === undefined ? null : fillChange(step.change, values),
    in: step.in === undefined ? null : fillSentence(step.in, values),
  };
}

function toCheckAnswer(check: Check, values: Values): CheckAnswer {
  return {
    id: check.id,
    do: fillSentence(check.do, values),
    run: fillCommand(check.run, values),
    outcomes: check.outcomes.map(({ shows, means }) => ({ shows: fillSentence(shows, values), means })),
  };
}

function toVerificationAnswer(verification: Verification, values: Values): VerificationAnswer {
  return {
    do: fillSentence(verification.do, values),
    run: fillCommand(verification.run, values),
    expect: fillSentence(verification.expect, values),
  };
}
