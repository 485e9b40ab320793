import type { Message } from '../../src/core/message.ts';
import { type Chooser, createChooser } from '../../src/core/messages/chooser.ts';
import { fillTemplate } from '../../src/core/messages/fill-template.ts';
import { hasConnection, sampleContext } from '../../src/core/messages/sample-context.ts';
import type { Block } from '../../src/core/records/block.ts';
import type { Level } from '../../src/core/records/error-head.ts';
import { COMMON_ERRNOS, type ErrnoName, errnoSuffix, isErrnoName } from './errnos.ts';
import { errorHead } from './error-line.ts';
import type { LogLine } from './line.ts';

const SSL_QUEUE = 'error:0A00010B:SSL routines::wrong version number';
/** A file's name without its ending; not what stands in a URL. */
const FILE = /(?<![:/\w])\/[\w/.-]*\w(?=\.[a-z]{2,4}\b)/g;
const ACTIONS = new Map<string, readonly string[]>([
  ['http-upstream', ['', 'connecting to upstream', 'reading response header from upstream', 'reading upstream']],
  ['http-ssl', ['SSL handshaking', 'waiting for request']],
  ['http-request', ['reading client request line', 'reading client request headers']],
  ['http-send', ['', 'sending to client']],
  ['stream-proxy', ['connecting to upstream', 'proxying and reading from upstream']],
]);

/** One message a format string, in the catalogue's order: those that nginx logs with a head of their own. */
export function distinctMessages(messages: readonly Message[]): readonly Message[] {
  const distinct = new Map<string, Message>();
  for (const message of messages) {
    if (message.abstract || message.generic || message.level === 'stderr' || distinct.has(message.template)) continue;
    distinct.set(message.template, message);
  }
  return [...distinct.values()];
}

/** Line number `index` of a log in which each of `messages` occurs equally often, with ever new values. */
export function uniformLine(messages: readonly Message[], index: number): LogLine {
  const message = messages[index % messages.length];
  if (!message) throw new RangeError('no messages');
  const chooser = createChooser(index);
  const level = levelOf(message, chooser);
  const errno = errnoOf(message, chooser);
  const action = pickFrom(ACTIONS.get(message.ctx) ?? [''], chooser);
  // a file of its own for every line, so that few are answered from memory
  const filled = fillTemplate(templateOf(message), message.directives ?? [], chooser)
    .replace(/\s*\n\s*/g, ' ')
    .replace(FILE, `$&-${index}`);
  const words =
    filled +
    (message.ssl_appended ? ` (SSL: ${SSL_QUEUE})` : '') +
    (errno === null ? '' : errnoSuffix(errno)) +
    (message.in_file ? ` in /etc/nginx/nginx.conf:${1 + chooser.below(400)}` : '') +
    (action === '' ? '' : ` while ${action}`);
  // the action is in `words`
  const context = sampleContext(message.ctx, chooser, '');
  const scheme = /, upstream: "([a-z]+):/.exec(context)?.[1] ?? null;
  const head = errorHead(index, level, 7, hasConnection(message.ctx) ? index : null);
  return {
    text: head + words + context,
    truth: { kind: 'error', error: { message, level, errno, action, scheme, block: blockIn(context), filled, words } },
  };
}

/** Only these keys tell which block it was. */
function blockIn(context: string): Block | null {
  if (/, (?:udp client|bytes from\/to client):/.test(context)) return 'stream';
  return context.includes(', login: ') ? 'mail' : null;
}

/** What nginx alone can write at these places. A string right behind a number starts with a space: ` (core dumped)`. */
const NGINX_WORDS: readonly (readonly [RegExp, string])[] = [
  [/(?<=%[dP])%s/, ' (core dumped)'],
  [/^%s%s disconnected/, 'udp client disconnected'],
  [/^%s disconnected/, 'upstream disconnected'],
];

const templateOf = ({ template }: Message): string =>
  NGINX_WORDS.reduce((text, [place, words]) => text.replace(place, words), template);

function levelOf({ level, levels, usual_level }: Message, chooser: Chooser): Level {
  if (level === 'stderr') throw new RangeError('a line to standard error has no level');
  if (level !== 'variable') return level;
  return levels && levels.length > 0 ? pickFrom(levels, chooser) : (usual_level ?? 'error');
}

function errnoOf({ errno_appended, errno_optional, errno }: Message, chooser: Chooser): ErrnoName | null {
  if (!errno_appended || (errno_optional && chooser.below(2) === 0)) return null;
  return errno !== undefined && isErrnoName(errno) ? errno : pickFrom(COMMON_ERRNOS, chooser);
}

function pickFrom<T>(items: readonly T[], chooser: Chooser): T {
  const item = items[chooser.below(items.length)];
  if (item === undefined) throw new RangeError('nothing to pick from');
  return item;
}
