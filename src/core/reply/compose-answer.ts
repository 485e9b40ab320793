import type { Diagnosis } from '../diagnose/diagnose.ts';
import type { RankedCause } from '../diagnose/rank-causes.ts';
import type { WeighedEvidence } from '../diagnose/weigh-evidence.ts';
import type { Check, Entry, Fix, Step, Verification } from '../entry.ts';
import { fillChange, fillCommand, fillSentence, type Values } from '../fill/fill-in.ts';
import { toValues } from '../fill/to-values.ts';
import type { Homes } from '../home/home.ts';
import { moveCommand } from '../home/move-command.ts';
import { type Finding, severityOf } from '../identify/finding.ts';
import { withLater } from '../later.ts';
import { once } from '../once.ts';
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

/** What commands and sentences are filled in with. */
interface Filling {
  readonly values: Values;
  readonly homes: Homes;
}

interface Told {
  readonly do: string;
  readonly run: string;
}

/** Fills the entry of a diagnosis with the reader's own values, and puts its commands where the programs run. */
export function composeAnswer(diagnosis: Diagnosis, entry: Entry, homes: Homes): FindingAnswer {
  const filling = once((): Filling => ({ values: toValues(diagnosis.finding), homes }));
  const verification = once(() => entry.verification.map((one) => toVerificationAnswer(one, filling())));
  return withLater<Omit<FindingAnswer, Later>, Pick<FindingAnswer, Later>>(
    {
      ...toBriefAnswer(diagnosis, headOfEntry(entry, diagnosis.finding)),
      inBrief: false,
      myths: entry.myths.map(({ claim, why }) => ({ claim, why })),
      references: entry.references,
    },
    {
      route: () => describeRoute(diagnosis.routes),
      userSees: () => diagnosis.userSees ?? '',
      causes: () => diagnosis.causes.map((ranked) => toCauseAnswer(ranked, verification, filling())),
      nextCheck: () => diagnosis.nextCheck && toCheckAnswer(diagnosis.nextCheck, filling()),
      checks: () => entry.checks.map((check) => toCheckAnswer(check, filling())),
      verification,
      prevention: () => entry.prevention.map((text) => fillSentence(text, filling().values)),
    },
  );
}

type Later = 'route' | 'userSees' | 'causes' | 'nextCheck' | 'checks' | 'verification' | 'prevention';

/** What an entry says about every line of its own, and how much those of this finding matter. */
export function headOfEntry({ id, title, severity, blame, meaning }: Entry, finding: Finding): AnswerHead {
  return { entry: id, title, severity: severityOf(finding) ?? severity, blame, meaning };
}

function toCauseAnswer(
  { cause, confidence, probability, evidence }: RankedCause,
  verification: () => readonly VerificationAnswer[],
  filling: Filling,
): CauseAnswer {
  const { id, title, why, ask = null, versions = null } = cause;
  return withLater(
    { id, title, why, confidence, probability, evidence: evidence.map(toEvidenceAnswer), ask, versions },
    {
      fixes: () => cause.fixes.map((fix) => toFixAnswer(fix, filling)),
      verification: () => cause.verification?.map((one) => toVerificationAnswer(one, filling)) ?? verification(),
    },
  );
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

function toFixAnswer(fix: Fix, filling: Filling): FixAnswer {
  const { values } = filling;
  return {
    title: fillSentence(fix.title, values),
    where: fix.where,
    risk: fix.risk,
    undo: fix.undo === undefined ? null : fillSentence(fix.undo, values),
    sideEffects: fix.sideEffects === undefined ? null : fillSentence(fix.sideEffects, values),
    unconfirmed: fix.unconfirmed ?? null,
    steps: fix.steps.map((step) => toStepAnswer(step, filling)),
  };
}

function toStepAnswer(step: Step, filling: Filling): StepAnswer {
  const { values } = filling;
  const told = step.run === undefined ? null : fillRun({ do: step.do, run: step.run }, filling);
  return {
    do: told?.do ?? fillSentence(step.do, values),
    run: told?.run ?? null,
    change: step.change === undefined ? null : fillChange(step.change, values),
    in: step.in === undefined ? null : fillSentence(step.in, values),
  };
}

function toCheckAnswer(check: Check, filling: Filling): CheckAnswer {
  return {
    id: check.id,
    ...fillRun(check, filling),
    outcomes: check.outcomes.map(({ shows, means }) => ({ shows: fillSentence(shows, filling.values), means })),
  };
}

function toVerificationAnswer(verification: Verification, filling: Filling): VerificationAnswer {
  return { ...fillRun(verification, filling), expect: fillSentence(verification.expect, filling.values) };
}

/** A command and what it is for, with what does the same in containers where the paste leaves that open. */
function fillRun(told: Told, { values, homes }: Filling): Told {
  const { run, note } = moveCommand(told.run, homes);
  const words = fillSentence(told.do, values);
  return { do: note === null ? words : `${words} ${note}`, run: fillCommand(run, values) };
}
