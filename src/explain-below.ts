import type { Knowledge } from './core/knowledge.ts';
import type { Reply } from './core/reply/reply.ts';
import { type ExplainConfig, readExplainConfig } from './explain-config.ts';
import { createExplaining } from './explaining.ts';
import type { ObserveExplain } from './llm/ask/observe-explain.ts';
import { FAILURE_WORDS, type Outcome } from './llm/ask/outcome.ts';
import { FAULT_WORDS } from './llm/ground/fault.ts';
import { createPseudonyms } from './llm/redact/pseudonyms.ts';
import { InputError } from './terminal/input-error.ts';
import type { Look } from './terminal/look.ts';
import { showWaiting } from './terminal/show-waiting.ts';
import { createAddSentence, explanationHead } from './terminal/text-of-explanation.ts';
import { wrap } from './terminal/wrap.ts';

const UNSEEN: ObserveExplain = { onOutcome() {}, onCut() {}, onUsage() {}, onFirstWord() {} };
const ASKER = { user: 'terminal', workspace: 'terminal' };

/** Streams an explanation below an answer on the terminal. Ctrl-C ends the request and keeps what was shown. Throws InputError when
 * no server is set; a server in trouble is told on standard error and changes nothing else. */
export async function explainBelow(reply: Reply, knowledge: Knowledge, look: Look, language?: string): Promise<void> {
  const config = readSettings(language);
  const [answer] = reply.answers;
  if (!answer) return;
  const explain = await createExplaining(config, knowledge, UNSEEN);
  const stop = new AbortController();
  const onInterrupt = () => stop.abort();
  process.once('SIGINT', onInterrupt);
  const waiting = showWaiting(`Asking ${config.server.model}, Ctrl-C stops it …`);
  const addSentence = createAddSentence(look);
  let hasBegun = false;
  const outcome = await explain({
    answer,
    pseudonyms: createPseudonyms(),
    wording: { language: config.language.name, keepsSites: config.keepsSites },
    asker: ASKER,
    stop: stop.signal,
    onSent() {},
    onSentence(parts) {
      waiting.end();
      if (!hasBegun) process.stdout.write(explanationHead(config.server.model, look));
      hasBegun = true;
      process.stdout.write(addSentence(parts));
    },
  });
  process.removeListener('SIGINT', onInterrupt);
  waiting.end();
  if (hasBegun) process.stdout.write('\n');
  const trouble = tellTrouble(outcome, hasBegun);
  if (trouble !== null) process.stderr.write(`\n${wrap(trouble, look.columns).join('\n')}\n`);
}

function readSettings(language: string | undefined): ExplainConfig {
  const settings = readExplainConfig({
    ...process.env,
    ...(language === undefined ? {} : { EXPLAIN_LANGUAGE: language }),
  });
  if (settings.problems !== null) {
    const problems = settings.problems.join('; ');
    throw new InputError(language === undefined ? problems : problems.replace('EXPLAIN_LANGUAGE', '--language'));
  }
  if (settings.config === null)
    throw new InputError(
      '--explain needs a model: set EXPLAIN_BASE_URL and EXPLAIN_MODEL, for example http://localhost:11434/v1 and llama3.1',
    );
  return settings.config;
}

/** Null where there was none. */
function tellTrouble(outcome: Outcome, hasBegun: boolean): string | null {
  switch (outcome.kind) {
    case 'explained':
      return null;
    case 'dropped':
      return hasBegun
        ? `Ignore what the model wrote above: then it ${FAULT_WORDS[outcome.fault]}. The answer before it stands.`
        : `No explanation: the model ${FAULT_WORDS[outcome.fault]}. The answer above stands.`;
    case 'failed':
      if (outcome.failure === 'stopped') return hasBegun ? 'Stopped before its end.' : 'Stopped before its first word.';
      return `${hasBegun ? 'The explanation breaks off here' : 'No explanation'}: ${FAILURE_WORDS[outcome.failure]}`;
  }
}
