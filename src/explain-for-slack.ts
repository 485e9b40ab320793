import { LRUCache } from 'lru-cache';
import type { ExplainConfig } from './explain-config.ts';
import type { Explain } from './llm/ask/explain.ts';
import { FAILURE_WORDS, type Outcome } from './llm/ask/outcome.ts';
import { FAULT_WORDS } from './llm/ground/fault.ts';
import { LANGUAGES, type Language, parseLanguage } from './llm/ground/language-terms.ts';
import { createPseudonyms, type Pseudonyms } from './llm/redact/pseudonyms.ts';
import type { ExplainEnd, Explaining } from './slack/explaining/explain-port.ts';
import type { Settings } from './store/create-settings.ts';

/** Cases whose names are remembered; an older one starts to count anew. */
const REMEMBERED_CASES = 1_000;

/** Lets the Slack listeners ask: one set of pseudonyms for each thread, and sentences for a person in place of outcomes. */
export function toSlackExplaining(
  explain: Explain,
  { server, language, keepsSites }: ExplainConfig,
  { explainsIn, setExplains, languageOf, setLanguage }: Settings,
): Explaining {
  const cases = new LRUCache<string, Pseudonyms>({ max: REMEMBERED_CASES });
  const pseudonymsOf = (key: string): Pseudonyms => {
    const known = cases.get(key) ?? createPseudonyms();
    cases.set(key, known);
    return known;
  };
  const spokenBy = (user: string): Language => {
    const chosen = languageOf(user);
    return LANGUAGES.find(({ code }) => code === chosen) ?? language;
  };
  return {
    model: server.model,
    isOnIn: explainsIn,
    setOn: setExplains,
    languages: LANGUAGES,
    parseLanguage,
    languageOf: spokenBy,
    chooseLanguage: setLanguage,
    explain: async ({ answer, team, channel, thread, user, stop, onSent, onSentence }) =>
      toEnd(
        await explain({
          answer,
          pseudonyms: pseudonymsOf(`${team} ${channel} ${thread}`),
          wording: { language: spokenBy(user).name, keepsSites },
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
        words: `No explanation: the model ${FAULT_WORDS[outcome.fault]}, so nothing of it is shown. The answer above stands.`,
      };
    case 'failed':
      return outcome.failure === 'stopped'
        ? { kind: 'stopped' }
        : { kind: 'withdrawn', words: `No explanation: ${FAILURE_WORDS[outcome.failure]}` };
  }
}
