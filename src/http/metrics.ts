import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** What the bot counts, for Prometheus. No label holds anything that a person wrote. */
export interface Metrics {
  readonly registry: Registry;
  /** An answer was posted, this many seconds after its event arrived. */
  readonly answered: (face: string, kind: string, seconds: number) => void;
  /** A delivery that was answered already. */
  readonly duplicate: () => void;
  /** A call to Slack ended; `outcome` is `ok` or an error's code. */
  readonly called: (method: string, outcome: string) => void;
  /** Somebody said whether an answer helped. */
  readonly feedback: (entry: string, verdict: string) => void;
  /** How an explanation ended: `explained`, `cached`, a failure, or `dropped: ` and the fault. */
  readonly explained: (outcome: string) => void;
  /** A sentence that was left out of one. */
  readonly sentenceCut: (fault: string) => void;
  readonly tokens: (input: number, output: number, cost: number | null) => void;
  readonly firstWord: (seconds: number) => void;
  readonly explanationFeedback: (verdict: string) => void;
  /** Something failed that somebody waits for. */
  readonly failed: (face: string) => void;
  readonly connected: (yes: boolean) => void;
}

const SECONDS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const answers = new Histogram({
    name: 'nginx_why_answer_seconds',
    help: 'From the arrival of an event to the posted answer.',
    labelNames: ['face', 'kind'],
    buckets: SECONDS,
    registers,
  });
  const count = (name: string, help: string, labelNames: string[] = []) =>
    new Counter({ name, help, labelNames, registers });
  const duplicates = count('nginx_why_duplicate_deliveries_total', 'Deliveries that were answered already.');
  const calls = count('nginx_why_slack_calls_total', 'Calls to Slack by method and outcome.', ['method', 'outcome']);
  const feedback = count('nginx_why_feedback_total', 'What people said about answers.', ['entry', 'verdict']);
  const failures = count(
    'nginx_why_failures_total',
    'Requests that got no answer; store: what could not be remembered.',
    ['face'],
  );
  const explanations = count('nginx_why_explanations_total', 'How explanations ended.', ['outcome']);
  const cuts = count('nginx_why_explanation_sentences_cut_total', 'Sentences that did not hold, by fault.', ['fault']);
  const tokens = count('nginx_why_explanation_tokens_total', 'Tokens of the model server.', ['direction']);
  const cost = count('nginx_why_explanation_cost_total', 'By the prices of the environment, in their currency.');
  const firstWords = new Histogram({
    name: 'nginx_why_explanation_first_word_seconds',
    help: 'From the request to the first word of an explanation.',
    buckets: SECONDS,
    registers,
  });
  const explanationFeedback = count('nginx_why_explanation_feedback_total', 'What people said of them.', ['verdict']);
  const connected = new Gauge({ name: 'nginx_why_connected', help: '1 while events can arrive.', registers });
  return {
    registry,
    answered: (face, kind, seconds) => answers.observe({ face, kind }, seconds),
    duplicate: () => duplicates.inc(),
    called: (method, outcome) => calls.inc({ method, outcome }),
    feedback: (entry, verdict) => feedback.inc({ entry, verdict }),
    explained: (outcome) => explanations.inc({ outcome }),
    sentenceCut: (fault) => cuts.inc({ fault }),
    tokens(input, output, money) {
      tokens.inc({ direction: 'input' }, input);
      tokens.inc({ direction: 'output' }, output);
      if (money !== null) cost.inc(money);
    },
    firstWord: (seconds) => firstWords.observe(seconds),
    explanationFeedback: (verdict) => explanationFeedback.inc({ verdict }),
    failed: (face) => failures.inc({ face }),
    connected: (yes) => connected.set(yes ? 1 : 0),
  };
}
