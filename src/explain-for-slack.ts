import { LRUCache } from 'lru-cache';
import type { ExplainConfig } from './explain-config.ts';
import type { Explain } from './llm/ask/explain.ts';
import { FAILURE_WORDS, type Outcome } from './llm/ask/outcome.ts';
import { createPseudonyms, type Pseudonyms } from './llm/redact/pseudonyms.ts';
import type { ExplainEnd, Explaining } from './slack/explaining/explain-port.ts';
import type { Settings } from './store/create-settings.ts';

/** Cases whose names are remembered; an older one starts to count anew. */
const REMEMBERED_CASES = 1_000;

/** Lets the Slack listeners ask: one set of pseudonyms for each thread, and sentences for a person in place of outcomes. */
export function toSlackExplaining(
  explain: Explain,
  { server, wording }: ExplainConfig,
  { explainsIn, setExplains }: Settings,
): Explaining {
  const cases = new LRUCache<string, Pseudonyms>({ max: REMEMBERED_CASES });
  const pseudonymsOf = (key: string): Pseudonyms => {
    const known = cases.get(key) ?? createPseudonyms();
    cases.set(key, known);
    return known;
  };
  return {
    model: server.model,
    isOnIn: explainsIn,
    setOn: setExplains,
    explain: async ({ answer, team, channel, thread, user, stop, onSent, onSentence }) =>
      toEnd(
        await explain({
          answer,
          pseudonyms: pseudonymsOf(`${team} ${channel} ${thread}`),
          wording,
          asker: { user, workspace: team },
          stop,
          onSent,
          onSentence,
        }),
      ),
  };
}

function toEnd(outcome: Outcome): ExplainEnd {
  switch (outcome.kind) {
    case 'explained':
      return { kind: 'explained', sentences: outcome.sentences, model: outcome.model };
    case 'dropped':
      return {
        kind: 'withdrawn',
        words: `No explanation: what the model wrote did not hold (${outcome.fault}), so it is not shown. The answer above stands.`,
      };
    case 'failed':
      return outcome.failure === 'stopped'
        ? { kind: 'stopped' }
        : { kind: 'withdrawn', words: `No explanation: ${FAILURE_WORDS[outcome.failure]}` };
  }
}
