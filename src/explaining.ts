import { createHash } from 'node:crypto';
import type { Knowledge } from './core/knowledge.ts';
import type { ExplainConfig } from './explain-config.ts';
import { createOpenStream } from './llm/ask/chat-server.ts';
import { createDialectMemory } from './llm/ask/dialect.ts';
import { createExplain, type Explain } from './llm/ask/explain.ts';
import { createThrottle } from './llm/ask/limits.ts';
import type { ObserveExplain } from './llm/ask/observe-explain.ts';
import { loadPrompt } from './llm/prompt/prompt.ts';

/** Below `prompts/`, in a checkout and beside the bundle alike. */
const PROMPT = new URL('../prompts/explain.md', import.meta.url);

/** Wires the knowledge, the prompt and a model server into what explains. Throws PromptError when the prompt's file is wrong. */
export async function createExplaining(
  { server, firstWordMs, limits }: ExplainConfig,
  knowledge: Knowledge,
  observe: ObserveExplain,
): Promise<Explain> {
  const dialects = createDialectMemory();
  const directives = new Set(knowledge.directives.map(({ name }) => name));
  const actions = new Set(knowledge.actions);
  return createExplain({
    prompt: await loadPrompt(PROMPT),
    terms: { isAction: (action) => actions.has(action), isDirective: (name) => directives.has(name) },
    model: server.model,
    knowledgeVersion: createHash('sha256').update(JSON.stringify(knowledge.entries)).digest('hex'),
    mostTokens: server.mostTokens,
    firstWordMs,
    wholeMs: server.timeoutMs,
    openStream: createOpenStream(server, dialects),
    onProse: dialects.isNotStructured,
    throttle: createThrottle(limits),
    observe,
  });
}
