import type { Message } from '../message.ts';
import { type Chooser, createChooser } from './chooser.ts';
import { fillTemplate } from './fill-template.ts';
import { hasConnection, sampleContext } from './sample-context.ts';

type Errno = readonly [code: number, name: string, words: string];
type Errnos = readonly [Errno, ...Errno[]];

const LINUX: Errnos = [
  [2, 'ENOENT', 'No such file or directory'],
  [13, 'EACCES', 'Permission denied'],
  [24, 'EMFILE', 'Too many open files'],
  [104, 'ECONNRESET', 'Connection reset by peer'],
  [110, 'ETIMEDOUT', 'Connection timed out'],
  [111, 'ECONNREFUSED', 'Connection refused'],
  [17, 'EEXIST', 'File exists'],
  [20, 'ENOTDIR', 'Not a directory'],
  [21, 'EISDIR', 'Is a directory'],
];
const BSD: Errnos = [
  [2, 'ENOENT', 'No such file or directory'],
  [54, 'ECONNRESET', 'Connection reset by peer'],
  [60, 'ETIMEDOUT', 'Operation timed out'],
];
const WINDOWS: Errnos = [
  [2, 'ENOENT', 'The system cannot find the file specified'],
  [5, 'EACCES', 'Access is denied'],
  [10054, 'ECONNRESET', 'An existing connection was forcibly closed by the remote host'],
];
const OF_PLATFORM: ReadonlyMap<string, Errnos> = new Map([
  ['win32', WINDOWS],
  ['freebsd', BSD],
  ['darwin', BSD],
]);

const SSL_QUEUES: readonly [string, ...string[]] = [
  'error:0A00010B:SSL routines::wrong version number',
  'error:1408F10B:SSL routines:ssl3_get_record:wrong version number',
  "error:0200100D:system library:fopen:Permission denied:fopen('/etc/ssl/key.pem','r') error:20074002:BIO routines:file_ctrl:system lib",
];

/** One line of nginx's error log (or standard error) that has this message, as nginx would write it: head, filled template,
 * OpenSSL's queue, errno, place in the configuration, action and context. The same for equal arguments.
 * `action` takes the place of a fitting one. */
export function renderSample(message: Message, seed: number, action?: string): string {
  const chooser = createChooser(seed);
  const text = fillTemplate(message.template, message.directives ?? [], chooser);
  const suffixes =
    (message.ssl_appended ? ` (SSL: ${chooser.pick(SSL_QUEUES)})` : '') +
    errnoSuffix(message, chooser) +
    (message.in_file ? ` in /etc/nginx/nginx.conf:${1 + chooser.below(400)}` : '');
  return head(message, chooser) + text + suffixes + sampleContext(message.ctx, chooser, action);
}

function head(message: Message, chooser: Chooser): string {
  if (message.level === 'stderr') return 'nginx: ';
  const level = levelOf(message, chooser);
  const second = String(chooser.below(60)).padStart(2, '0');
  const pid = 1 + chooser.below(32_768);
  const connection = hasConnection(message.ctx) ? `*${1 + chooser.below(99_999)} ` : '';
  return `2026/03/14 09:26:${second} [${level}] ${pid}#${pid}: ${connection}`;
}

function levelOf(message: Message, chooser: Chooser): string {
  if (message.level !== 'variable') return message.level;
  const [first, ...others] = message.levels ?? [];
  return first === undefined ? (message.usual_level ?? 'error') : chooser.pick([first, ...others]);
}

function errnoSuffix(message: Message, chooser: Chooser): string {
  if (!message.errno_appended || (message.errno_optional && chooser.below(2) === 0)) return '';
  const known = OF_PLATFORM.get(message.platform) ?? LINUX;
  const [code, , words] = known.find(([, name]) => name === message.errno) ?? chooser.pick(known);
  return ` (${code}: ${words})`;
}
