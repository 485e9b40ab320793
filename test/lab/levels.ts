import type { Answer } from '../../src/answer.ts';
import type { Confidence } from '../../src/core/entry.ts';
import type { CauseAnswer, FindingAnswer } from '../../src/core/reply/reply.ts';
import type { Mark } from './nginx-logs.ts';
import { LEVELS, type Level, type Scenario, type Stage } from './scenario.ts';

/** The lines of one fault, as nginx and the backend wrote them, and the configuration. */
export interface Captured {
  readonly error: string;
  readonly access: string;
  readonly backend: string;
  readonly config: string;
}

/** What the engine said about one level of a scenario. */
export interface Judged {
  readonly level: Level;
  /** True where the scenario says that this evidence decides. */
  readonly decides: boolean;
  /** 1 for the first; null when the true cause is not listed. */
  readonly place: number | null;
  readonly confidence: Confidence | null;
  /** Causes that were called confirmed and are not true. */
  readonly wronglyConfirmed: readonly string[];
  /** What a scenario must not show. */
  readonly problems: readonly string[];
}

/** Takes what was written: of nginx's error log what came since the mark. */
export function capture({ nginx, backend }: Stage, mark: Mark): Captured {
  const settings = backend?.settings() ?? '';
  return {
    error: nginx.logs.errors(mark).trim(),
    access: nginx.logs.access().trim(),
    backend: (backend?.log() ?? '').trim(),
    config: [nginx.config(), settings].join('\n').trim(),
  };
}

/** The paste of one level. */
export function toPaste(captured: Captured, level: Level): string {
  const parts: readonly (keyof Captured)[] =
    level === 'all' ? ['error', 'access', 'backend', 'config'] : level === 'error' ? ['error'] : ['error', level];
  return parts
    .map((part) => captured[part])
    .filter((text) => text !== '')
    .join('\n');
}

/** Asks the engine at every level. */
export function judgeLevels(scenario: Scenario, captured: Captured, answer: Answer): readonly Judged[] {
  return LEVELS.map((level) => judge(scenario, level, answer(toPaste(captured, level)).answers));
}

function judge(scenario: Scenario, level: Level, answers: readonly FindingAnswer[]): Judged {
  const isTrue = ({ id }: CauseAnswer): boolean => id === scenario.cause || scenario.alsoTrue?.includes(id) === true;
  const lead = answers[0];
  const own = answers.find(({ entry }) => entry === scenario.entry);
  const causes = own?.causes ?? [];
  const isExplained =
    own !== undefined &&
    (own === lead || own.consequenceOf !== null || (scenario.beside ?? []).includes(lead?.entry ?? ''));
  const at = causes.findIndex(isTrue);
  const wronglyConfirmed = answers
    .flatMap((one) => one.causes)
    .filter((one) => one.confidence === 'confirmed' && !isTrue(one))
    .map(({ id }) => id);
  const decides = level === 'all' ? scenario.decides.length > 0 : scenario.decides.includes(level);
  const place = at < 0 ? null : at + 1;
  const problems = [
    ...(isExplained ? [] : [`${level}: explained as ${lead?.entry ?? 'nothing'}`]),
    ...(isExplained && place === null ? [`${level}: the true cause is not listed`] : []),
    ...wronglyConfirmed.map((id) => `${level}: ${id} is called confirmed and is not true`),
    ...(decides && place !== null && place !== 1
      ? [`${level}: the true cause is number ${place}, after ${order(causes, at)}`]
      : []),
  ];
  return { level, decides, place, confidence: causes[at]?.confidence ?? null, wronglyConfirmed, problems };
}

const order = (causes: readonly CauseAnswer[], at: number): string =>
  causes
    .slice(0, at + 1)
    .map(
      ({ id, confidence, probability, evidence }) =>
        `${id} ${confidence} ${probability.toFixed(2)} (${evidence.map(({ signal }) => signal).join(', ')})`,
    )
    .join('; ');
