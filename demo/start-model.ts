import { once } from 'node:events';
import { createServer } from 'node:net';
import { LLMock } from '@copilotkit/aimock';
import { keepToFacts } from '../test/llm/fake-models.ts';

/** Models for the demo: one that keeps to its facts, one that invents, and a server that nobody is behind. */
export const DEMO_MODELS = ['sound', 'inventive', 'dead'] as const;
export type DemoModel = (typeof DEMO_MODELS)[number];

/** An OpenAI-compatible server on this machine, and the variables that make nginx-why ask it. */
export interface RunningModel {
  readonly environment: Readonly<Record<string, string>>;
  readonly stop: () => Promise<void>;
}

/** As fast as a small model on a laptop: the wait for the first word in milliseconds, words a second. */
const PACE = { ttft: 1_200, tps: 9 };
/** Begins well, and then claims what nobody pasted. */
const invent = (prompt: string): string =>
  `${keepToFacts(prompt)} It is certainly a bug of the kernel, so turn off SELinux.`;
const CHARACTERS_PER_CHUNK = 6;

/** Starts a model that never was, and that talks like one: after a while, and word by word. */
export async function startModel(model: DemoModel): Promise<RunningModel> {
  if (model === 'dead') return { environment: toEnvironment(await unusedAddress(), model), stop: async () => {} };
  const server = new LLMock({ port: 0, host: '127.0.0.1', logLevel: 'silent' });
  const say = model === 'sound' ? keepToFacts : invent;
  server.on(
    {},
    ({ messages: [first] }) => ({ content: say(typeof first?.content === 'string' ? first.content : '') }),
    { chunkSize: CHARACTERS_PER_CHUNK, streamingProfile: PACE },
  );
  await server.start();
  return { environment: toEnvironment(server.url, model), stop: () => server.stop() };
}

/** Nobody waits for a second attempt of a server that is not there. */
function toEnvironment(url: string, model: DemoModel): RunningModel['environment'] {
  return { EXPLAIN_BASE_URL: `${url}/v1`, EXPLAIN_MODEL: `demo-${model}`, EXPLAIN_RETRIES: '0' };
}

async function unusedAddress(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
}
