import { blockOf } from '../records/block.ts';
import type { ErrorRecord } from '../records/log-record.ts';
import { orNull, someRecords } from './evidence-view.ts';
import { isIdempotent, requestOf, upstreamOf } from './record-request.ts';
import type { SignalFamilies, Signals } from './signal.ts';

/** Signals with an argument that one line of the finding shows. */
export const LINE_FAMILIES: SignalFamilies = {
  errno: (view, name) => someRecords(view, ({ errno }) => errno?.name === name),
  action: (view, words) => someRecords(view, ({ action }) => action?.replaceAll(' ', '-') === words),
  context: (view, place) =>
    someRecords(view, ({ context }) => context.values.get('context')?.startsWith(place) === true),
  level: (view, level) => someRecords(view, (record) => record.level === level),
  method: (view, method) => someRecords(view, (record) => requestOf(record)?.method === method),
  'upstream-scheme': (view, scheme) => someRecords(view, (record) => upstreamOf(record)?.scheme === scheme),
  'upstream-port': (view, port) => someRecords(view, (record) => upstreamOf(record)?.port === port),
  'message-contains': (view, word) => someRecords(view, ({ forms }) => hasWord(forms.at(-1) ?? '', word)),
  'message-value': (view, word) =>
    someRecords(view, ({ forms }) => (forms.at(-1) ?? '').toLowerCase().includes(`"${word.toLowerCase()}"`)),
  with: (view, entry) =>
    orNull(
      view.findings
        .filter((other) => other !== view.finding && other.entry?.id === entry)
        .flatMap(({ records }) => records),
    ),
};

/** The longest form of a message has all that the others have. Words are compared without case; a dash in the signal stands for a space or a dash. */
function hasWord(text: string, word: string): boolean {
  const lower = text.toLowerCase();
  const wanted = word.toLowerCase();
  return lower.includes(wanted) || (wanted.includes('-') && lower.replaceAll(' ', '-').includes(wanted));
}

const MISSING_CLASS = /\bClass ["']([\w\\]{1,80})["'] not found/i;
// Classes that PHP has only with an extension which distributions package apart. Source: the PHP manual's class lists.
const EXTENSION_CLASSES =
  /^\\?(?:Redis(?:Cluster|Array)?|Memcached?|Imagick(?:Draw|Pixel)?|Gmagick|ZipArchive|Soap(?:Client|Server|Fault)|DOM(?:Document|XPath|Element)|SimpleXMLElement|XML(?:Reader|Writer)|XSLTProcessor|mysqli|PDO|SQLite3|MongoDB\\Driver\\\w+|MongoClient|NumberFormatter|IntlDateFormatter|IntlCalendar|Collator|Locale|Normalizer|Transliterator|MessageFormatter|AMQP\w+|CURLFile|CURLStringFile|GMP|tidy|SNMP|Ds\\\w+|APCUIterator|GearmanClient|ImagickException|OAuth|SolrClient|Swoole\\\w[\w\\]*)$/i;
const GRPC_PATH = /^\/[\w.]+\.[A-Z]\w*\/[A-Z]\w*$/;
const FILE_ENDING = /\.(?:css|js|mjs|map|png|jpe?g|gif|svg|ico|webp|woff2?|ttf|mp4|webm|pdf|zip|html?)$/i;
const SCANNED =
  /\/(?:wp-(?:login|admin|content|includes)|xmlrpc\.php|\.env|\.git|phpmyadmin|pma|cgi-bin|vendor\/phpunit|boaform|actuator)/i;
const WEBSOCKET = /(?:transport=websocket|\/(?:ws|wss|websocket|socket|cable|hub|sockjs)(?:[/?]|$))/i;
const LONG_POLLING = /transport=polling|\/(?:poll|longpoll|lp|events\/poll)(?:[/?]|$)/i;

/** Signals about the request or the session that one line of the finding shows. */
export const REQUEST_SIGNALS: Signals = {
  'in-stream': (view) => someRecords(view, (record) => blockOf(record) === 'stream'),
  'in-mail': (view) => someRecords(view, (record) => blockOf(record) === 'mail'),
  'upstream-sent-nothing': (view) => someRecords(view, sentNothing('bytes from/to upstream')),
  'client-sent-nothing': (view) => someRecords(view, sentNothing('bytes from/to client')),
  'is-udp': (view) => someRecords(view, ({ context }) => context.values.has('udp client')),
  'method-is-idempotent': (view) => someRecords(view, (record) => passes(requestOf(record)?.method, isIdempotent)),
  'method-is-not-idempotent': (view) =>
    someRecords(view, (record) => passes(requestOf(record)?.method, (method) => !isIdempotent(method))),
  'request-is-websocket': (view) => someRecords(view, (record) => WEBSOCKET.test(requestOf(record)?.uri ?? '')),
  'request-is-long-polling': (view) => someRecords(view, (record) => LONG_POLLING.test(requestOf(record)?.uri ?? '')),
  'request-is-grpc': (view) => someRecords(view, (record) => GRPC_PATH.test(requestOf(record)?.path ?? '')),
  'resolved-name-has-no-dot': (view) =>
    someRecords(view, ({ message }) =>
      /^[\w-]+ could not be resolved|(?:upstream|resolve) "?[\w-]+"?(?::\d+)?$/.test(message),
    ),
  'php-class-is-of-an-extension': (view) =>
    someRecords(view, ({ message }) => EXTENSION_CLASSES.test(MISSING_CLASS.exec(message)?.[1] ?? '')),
  'request-is-static-file': (view) => someRecords(view, (record) => FILE_ENDING.test(requestOf(record)?.path ?? '')),
  'request-is-directory': (view) => someRecords(view, (record) => requestOf(record)?.path.endsWith('/') === true),
  'request-looks-like-a-scanner': (view) => someRecords(view, (record) => SCANNED.test(requestOf(record)?.path ?? '')),
};

/** Counters are `from/to`; they are the end of a context, or of the message that a session ends with.
 * Source: nginx src/stream/ngx_stream_proxy_module.c ngx_stream_proxy_log_error, ngx_stream_proxy_test_finalize. */
const sentNothing =
  (counter: string) =>
  ({ context, message }: ErrorRecord): boolean =>
    context.values.get(counter)?.startsWith('0/') === true || message.includes(`, ${counter}:0/`);

function passes<T>(value: T | undefined, test: (value: T) => boolean): boolean {
  return value !== undefined && test(value);
}
