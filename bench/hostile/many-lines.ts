import type { Knowledge } from '../../src/core/knowledge.ts';
import { createChooser } from '../../src/core/messages/chooser.ts';
import { fillTemplate } from '../../src/core/messages/fill-template.ts';
import { distinctMessages } from '../logs/uniform-line.ts';

/** Makes line number `index`. */
export type HostileLine = (index: number) => string;

const HEAD = '2026/11/22 10:15:42 [error] 7#7: *1 ';
const REFUSED = 'connect() failed (111: Connection refused) while connecting to upstream';
const TAIL =
  ', client: 192.0.2.1, server: a.example, request: "GET / HTTP/1.1", upstream: "http://10.0.0.1:80/", host: "a"';
const LONG = 8_000;

const long = (unit: string): string => unit.repeat(Math.ceil(LONG / unit.length));
const error = (words: string, tail = TAIL): string => `${HEAD}${words}${tail}`;
const same =
  (line: string): HostileLine =>
  () =>
    line;

/** Lines that make something grow, match almost, or never end. */
export function hostileLines(knowledge: Knowledge): ReadonlyMap<string, HostileLine> {
  return new Map([...FIXED, ...growing(), ...ofCatalogue(knowledge), ...ofCompanions(knowledge)]);
}

const FIXED: ReadonlyMap<string, HostileLine> = new Map([
  ['empty lines', same('')],
  ['lines of one letter', same('a')],
  ['lines of a head alone', same(HEAD)],
  ['messages of quotes', same(error(long('"')))],
  ['messages of opened files that never end', same(`${HEAD}${long('open() "')}`)],
  ['messages of failures', same(error(`open() "${long('" failed (2: ')}`))],
  ['messages of errnos', same(error(long(' (111: ')))],
  ['messages of OpenSSL queues', same(error(long(' (SSL: ')))],
  ['messages of actions', same(error(long(' while connecting to upstream')))],
  ['messages of places', same(error(long(' in /etc/nginx/nginx.conf:1')))],
  ['messages of padding', same(error(`a${long('     b')}`))],
  ['messages of dots', same(`${HEAD}${long('…')}`)],
  ['messages of trailing spaces', same(`${HEAD}a${long(' ')}b`)],
  ['long contexts', same(error(REFUSED, long(', server: a')))],
  ['contexts of quotes', same(error(REFUSED, `, client: 1, server: a, request: "${long('" ')}`))],
  ['contexts of unknown keys', same(error(REFUSED, long(', some key: "a, other: b"')))],
  ['contexts of protocols', same(error(REFUSED, `, client: 1, server: a, request: "${long(' HTTP/1.1')}`))],
  ['upstreams of brackets', same(error(REFUSED, `, client: 1, server: a, upstream: "http://${long('[')}"`))],
  ['glued lines', same(long(error(REFUSED)))],
  ['envelopes in each other', same(`${long('web-1  | ').slice(0, 900)}${error(REFUSED)}`)],
  [
    'access lines with long paths',
    same(`192.0.2.1 - - [22/Nov/2026:10:15:42 +0000] "GET /${long('a/')} HTTP/1.1" 502 1 "-" "-"`),
  ],
  [
    'access lines with long agents',
    same(`192.0.2.1 - - [22/Nov/2026:10:15:42 +0000] "GET / HTTP/1.1" 502 1 "-" "${long('" 502 ')}"`),
  ],
  ['JSON in JSON', same(`${'{"log":['.repeat(1_000)}"${error(REFUSED).replaceAll('"', "'")}"`)],
  ['JSON that is deep', same(`${'{"a":'.repeat(1_000)}1${'}'.repeat(1_000)}`)],
  ['JSON that is cut', same(`{"log":"${long(`${HEAD}a`)}`)],
  ['JSON of many lines', same(JSON.stringify({ log: `${error(REFUSED)}\n`.repeat(40) }))],
  ['escaped lines', same(`"${long(`[error] 7#7: *1 a\\n`)}"`)],
  [
    'tracebacks without an end',
    (index) => (index === 0 ? `${HEAD}lua entry thread aborted: runtime error: a.lua:1: b` : '\tin function <a.lua:1>'),
  ],
  [
    'stderr without an end',
    (index) => (index === 0 ? `${HEAD}FastCGI sent in stderr: "PHP message: a` : '#1 /var/www/a.php(7): f()'),
  ],
  [
    'lines that terminals wrapped',
    (index) => (index % 3 === 0 ? error(REFUSED, '').slice(0, 80) : 'upstream, client: 192.0.2.1'),
  ],
  [
    'configuration',
    (index) => (index % 9 === 0 ? 'server {' : `    proxy_set_header X-${index % 7} $http_x_${index % 5};`),
  ],
  ['configuration that never closes', same('location ~ ^/(a|b)+ {')],
  ['commands', (index) => `root@web1:~# nginx -t ${index}`],
]);

function growing(): ReadonlyMap<string, HostileLine> {
  return new Map<string, HostileLine>([
    ['many servers', (index) => error(REFUSED, `, client: 1, server: s${index}.example, request: "GET / HTTP/1.1"`)],
    [
      'many upstreams',
      (index) =>
        error(
          REFUSED,
          `, client: 1, server: a, request: "GET / HTTP/1.1", upstream: "http://10.${index >> 16}.${(index >> 8) & 255}.${index & 255}:80/"`,
        ),
    ],
    [
      'many clients',
      (index) => error(REFUSED, `, client: 2001:db8::${index.toString(16)}, server: a, request: "GET / HTTP/1.1"`),
    ],
    ['many requests', (index) => error(REFUSED, `, client: 1, server: a, request: "GET /${index} HTTP/1.1"`)],
    ['many connections', (index) => `2026/11/22 10:15:42 [error] ${index}#${index}: *${index} ${REFUSED}${TAIL}`],
    ['many files', (index) => error(`open() "/var/www/${index}" failed (2: No such file or directory)`)],
    ['many unknown messages', (index) => error(`nobody ever wrote ${index} of these`)],
    ['many unknown first words', (index) => error(`${index.toString(36)}x() failed`)],
    ['many keys', (index) => error(REFUSED, `, key ${index.toString(36).replace(/\d/g, 'q')}: "a"`)],
    [
      'many statuses',
      (index) => `192.0.2.1 - - [22/Nov/2026:10:15:42 +0000] "GET / HTTP/1.1" ${100 + (index % 900)} 1 "-" "-"`,
    ],
    ['many programs', (index) => `Nov 22 10:15:42 web1 program${index}[${index}]: something happened`],
    [
      'random bytes',
      (index) =>
        Buffer.from(Array.from({ length: 200 }, (_, at) => ((index + 1) * (at + 7) * 2_654_435_761) >>> 24))
          .toString('latin1')
          .replaceAll('\n', ''),
    ],
  ]);
}

/** Every format string of the catalogue, almost: with another end, another start, its start alone, its holes full of its own words. */
function ofCatalogue({ messages }: Knowledge): ReadonlyMap<string, HostileLine> {
  const distinct = distinctMessages(messages);
  const templateOf = (index: number): string => distinct[index % distinct.length]?.template ?? '';
  const filled = (index: number): string =>
    fillTemplate(templateOf(index), [], createChooser(index)).replace(/\s*\n\s*/g, ' ');
  return new Map<string, HostileLine>([
    ['near misses: another end', (index) => error(`${filled(index).slice(0, -1)}¶`)],
    ['near misses: another start', (index) => error(`x${filled(index)}`)],
    ['near misses: another middle', (index) => error(filled(index).replace(/(?<=.{9})[a-z]/, '¶'))],
    [
      'format strings that are left open',
      (index) => `${HEAD}${(templateOf(index).split('%')[0] ?? '') || '"'}${'a" ('.repeat(250)}`,
    ],
    [
      'holes full of the words around them',
      (index) =>
        error(
          templateOf(index).replace(/%[a-zA-Z]+/g, () => (templateOf(index).split(/%[a-zA-Z]+/)[1] ?? 'a').repeat(9)),
        ),
    ],
    ['messages without their heads', filled],
  ]);
}

/** Words by which lines of other programs are looked up, and the starts of those lines again and again. */
function ofCompanions({ companions }: Knowledge): ReadonlyMap<string, HostileLine> {
  const examples = companions.flatMap(({ patterns }) => patterns.flatMap((pattern) => pattern.examples));
  const templates = companions.flatMap(({ patterns }) => patterns.map(({ template }) => template));
  const words = [...new Set(templates.flatMap((template) => template.match(/[A-Za-z]{4,}/g) ?? []))];
  const pick = (list: readonly string[], index: number): string => list[index % list.length] ?? '';
  return new Map<string, HostileLine>([
    [
      'words of all other programs',
      (index) => Array.from({ length: 800 }, (_, at) => pick(words, index + at * 7)).join(' '),
    ],
    ['other programs in quotes', (index) => `"${pick(examples, index)}" `.repeat(20)],
    ['other programs again and again', (index) => `${pick(templates, index).split('{')[0] ?? ''} `.repeat(80)],
  ]);
}
