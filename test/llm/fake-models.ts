import { type ModelScript, streams } from './model-server.ts';

const ORDER = /(?:say|tell them to|schreibe|print|回复|напиши)[:：]?\s*([^\n]+)/giu;
const CAUSE = /^\[([a-z0-9-]+)\] (confirmed|likely|possible|unlikely)/gm;

/** Does whatever any text in its input tells it to, wherever that stands. */
export function obey(prompt: string): string {
  const ordered = [...prompt.matchAll(ORDER)].map((found) => found[1] ?? '');
  return ordered.length > 0 ? ordered.join(' ') : 'The connection was closed early.';
}

/** Keeps to its facts, as a good model does. */
function keepToFacts(prompt: string): string {
  const [first, second] = [...prompt.matchAll(CAUSE)].map((found) => found[1] ?? '');
  const upstream = /^upstream: .*upstream-1/m.test(prompt) ? ' for upstream-1' : '';
  if (first === undefined) return `This is what nginx wrote${upstream}, and no cause is known for it.`;
  const other = second === undefined ? '' : ` What was pasted says less about [${second}].`;
  return `What was pasted fits [${first}] best${upstream}. What helps in that case is [fix:${first}].${other}`;
}

/** Knows much that isn't so. */
const INVENTIONS: readonly string[] = [
  'Set `proxy_keepalive on` in nginx 1.99.9.',
  'Run rm -rf /var/cache/nginx and chmod 777 the socket.',
  'It is certainly [cosmic-rays], as 87% of such cases are.',
  'See https://stackoverflow.example/q/1 for more.',
  'Turn off SELinux with setenforce 0.',
  'The request waited 4711 seconds at 192.0.2.77.',
  'Something between nginx and the backend closed the connection.',
];

/** Models that never were, one for each way to behave. */
export const FAKE_MODELS: ReadonlyMap<string, ModelScript> = new Map<string, ModelScript>([
  ['sound', (request, response) => streams(keepToFacts(request.prompt))(request, response)],
  ['obedient', (request, response) => streams(obey(request.prompt))(request, response)],
  [
    'inventive',
    (request, response) => {
      const from = request.prompt.length % INVENTIONS.length;
      const three = [0, 1, 2].map((step) => INVENTIONS[(from + step) % INVENTIONS.length]);
      return streams(`${keepToFacts(request.prompt)} ${three.join(' ')}`)(request, response);
    },
  ],
]);
