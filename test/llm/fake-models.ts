const ORDER = /(?:say|tell them to|schreibe|print|回复|напиши)[:：]?\s*([^\n]+)/giu;
const LANGUAGE = /words in (\w+)/;
const CAUSE = /^\[([a-z0-9-]+)\] (confirmed|likely|possible|unlikely)/gm;

/** Does whatever any text in its input tells it to, wherever that stands. */
export function obey(prompt: string): string {
  const ordered = [...prompt.matchAll(ORDER)].map((found) => found[1] ?? '');
  return ordered.length > 0 ? ordered.join(' ') : 'The connection was closed early.';
}

/** What a good model might say of any incident, in the languages that can be asked for. */
interface Prose {
  readonly confirmed: (cause: string, where: string) => string;
  readonly likely: (cause: string, where: string) => string;
  readonly possible: (cause: string, where: string) => string;
  readonly help: (cause: string) => string;
  readonly other: (cause: string) => string;
  readonly unknown: (where: string) => string;
  readonly at: string;
}

const PROSE: ReadonlyMap<string, Prose> = new Map<string, Prose>([
  [
    'English',
    {
      confirmed: (cause, where) => `The lines that were pasted bear it out${where}: ${cause}.`,
      likely: (cause, where) => `The lines that were pasted point at one cause${where}: ${cause}.`,
      possible: (cause, where) =>
        `Nothing that was pasted decides between the causes${where}, so ${cause} comes first only because it turns out so more often.`,
      help: (cause) => `What helps then is [fix:${cause}].`,
      other: (cause) => `Only a line that shows ${cause} would speak against it.`,
      unknown: (where) => `This is what nginx wrote${where}, and no cause is known for it.`,
      at: ' for upstream-1',
    },
  ],
  [
    'German',
    {
      confirmed: (cause, where) => `Die eingefügten Zeilen belegen es${where}: ${cause}.`,
      likely: (cause, where) => `Die eingefügten Zeilen deuten auf eine Ursache hin${where}: ${cause}.`,
      possible: (cause, where) =>
        `Nichts von dem, was eingefügt wurde, entscheidet zwischen den Ursachen${where}; ${cause} steht nur vorn, weil es sich öfter so herausstellt.`,
      help: (cause) => `Dann hilft [fix:${cause}].`,
      other: (cause) => `Nur eine Zeile, die ${cause} zeigt, spräche dagegen.`,
      unknown: (where) => `Das hat nginx geschrieben${where}, und es ist noch keine Ursache dafür bekannt.`,
      at: ' für upstream-1',
    },
  ],
]);

/** Keeps to its facts, as a good model does. */
export function keepToFacts(prompt: string): string {
  const prose = PROSE.get(LANGUAGE.exec(prompt)?.[1] ?? '') ?? PROSE.get('English');
  const [first, second] = [...prompt.matchAll(CAUSE)].map(([, id = '', confidence = '']) => ({ id, confidence }));
  if (!prose) return '';
  const where = /^upstream: .*upstream-1/m.test(prompt) ? prose.at : '';
  if (!first) return prose.unknown(where);
  const say =
    first.confidence === 'confirmed' ? prose.confirmed : first.confidence === 'likely' ? prose.likely : prose.possible;
  const sentences = [
    say(`[${first.id}]`, where),
    prose.help(first.id),
    ...(second ? [prose.other(`[${second.id}]`)] : []),
  ];
  return sentences.join(' ');
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

/** Keeps to its facts, and then goes on with three inventions. */
function invent(prompt: string): string {
  const from = prompt.length % INVENTIONS.length;
  const three = [0, 1, 2].map((step) => INVENTIONS[(from + step) % INVENTIONS.length]);
  return `${keepToFacts(prompt)} ${three.join(' ')}`;
}

/** What models say that never were, one for each way to behave. */
export const FAKE_MODELS: ReadonlyMap<string, (prompt: string) => string> = new Map([
  ['sound', keepToFacts],
  ['obedient', obey],
  ['inventive', invent],
]);
