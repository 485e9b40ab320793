import type { Logger } from 'pino';
import type { CompiledKnowledge } from './core/compiled-knowledge.ts';
import type { ExplainConfig } from './explain-config.ts';
import { toSlackExplaining } from './explain-for-slack.ts';
import { createExplaining } from './explaining.ts';
import type { Metrics } from './http/metrics.ts';
import type { ObserveExplain } from './llm/ask/observe-explain.ts';
import type { Explaining } from './slack/explaining/explain-port.ts';
import type { Settings } from './store/create-settings.ts';

/** Makes a model server ready to explain in Slack. Nothing is asked before somebody presses “Explain”. Throws PromptError. */
export async function connectModel(
  explain: ExplainConfig,
  knowledge: CompiledKnowledge,
  settings: Settings,
  metrics: Metrics,
  log: Logger,
): Promise<Explaining> {
  log.info({ model: explain.server.model }, 'explanations are on');
  return toSlackExplaining(
    await createExplaining(explain, knowledge.whole(), toObserveExplain(metrics, log, explain.price)),
    explain,
    settings,
  );
}

function toObserveExplain(metrics: Metrics, log: Logger, price: ExplainConfig['price']): ObserveExplain {
  return {
    onOutcome(outcome) {
      metrics.explained(outcome);
      log.info({ outcome }, 'explanation');
    },
    onCut: metrics.sentenceCut,
    onUsage({ input, output }) {
      const cost = price && (input * price.perMillionInput + output * price.perMillionOutput) / 1_000_000;
      metrics.tokens(input, output, cost);
    },
    onFirstWord: metrics.firstWord,
  };
}
