import type { Cause, Confidence, Entry } from '../entry.ts';
import type { EvidenceView } from '../signals/evidence-view.ts';
import { type WeighedEvidence, weighEvidence } from './weigh-evidence.ts';

/** A cause with what the paste says about it. */
export interface RankedCause {
  readonly cause: Cause;
  /** Natural log-odds: the prior and the weights of what was shown. */
  readonly score: number;
  /** Share among the finding's causes, 0 to 1. */
  readonly probability: number;
  readonly confidence: Confidence;
  readonly evidence: readonly WeighedEvidence[];
}

interface Scored {
  readonly cause: Cause;
  readonly score: number;
  readonly evidence: readonly WeighedEvidence[];
}

/** Two causes that a line each proves contradict each other unless one leads by this much. */
const CLEAR_LEAD = 1;
const CONTRADICTS = -3;
const LIKELY_SHARE = 0.5;
const CERTAIN_SHARE = 0.85;
const HINT = 1;
const SPEAKS_AGAINST = -1;
const UNLIKELY_SHARE = 0.1;

/** Orders the causes of an entry by priors and evidence. Deterministic: ties keep the entry's order.
 * The model is described in `docs/method.md`. */
export function rankCauses(entry: Entry, view: EvidenceView): readonly RankedCause[] {
  const scored = entry.causes
    .map((cause): Scored => {
      const evidence = weighEvidence(cause, view);
      return { cause, evidence, score: evidence.reduce((sum, { weight }) => sum + weight, cause.prior) };
    })
    .toSorted((a, b) => b.score - a.score);
  const confirmed = findConfirmed(scored);
  const shares = toShares(scored.map(({ score }) => score));
  const ranked = scored.map((one, index): RankedCause => {
    const probability = shares[index] ?? 0;
    return {
      ...one,
      probability,
      confidence: one === confirmed ? 'confirmed' : confidenceOf(one, probability, scored.length),
    };
  });
  return ranked.toSorted((a, b) => Number(b.confidence === 'confirmed') - Number(a.confidence === 'confirmed'));
}

/** The one cause that a pasted line proves, when no line speaks against it and no other cause is proved as well. */
function findConfirmed(scored: readonly Scored[]): Scored | null {
  const proved = scored.filter(({ evidence }) => evidence.some(({ proves }) => proves));
  const [first, second] = proved;
  if (!first || first.evidence.some(({ weight }) => weight <= CONTRADICTS)) return null;
  return second && first.score - second.score < CLEAR_LEAD ? null : first;
}

function confidenceOf({ evidence }: Scored, probability: number, causes: number): Confidence {
  const speaksFor = evidence.some(({ weight }) => weight >= HINT);
  const speaksAgainst = evidence.some(({ weight }) => weight <= SPEAKS_AGAINST);
  if (probability >= LIKELY_SHARE && (speaksFor || causes === 1)) return 'likely';
  if (probability >= CERTAIN_SHARE && !speaksAgainst) return 'likely';
  return speaksAgainst && probability < UNLIKELY_SHARE ? 'unlikely' : 'possible';
}

/** Softmax: what each score is worth beside the others. */
function toShares(scores: readonly number[]): readonly number[] {
  const most = Math.max(...scores);
  const weights = scores.map((score) => Math.exp(score - most));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}
