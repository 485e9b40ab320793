/** What nginx appends to a message about the connection it belongs to: `, client: …, server: …, request: "…"`.
 * Keys as nginx writes them; values without their quotes. Unknown keys are kept.
 * Sources: src/http/ngx_http_request.c ngx_http_log_error_handler, src/stream/ngx_stream_handler.c, src/mail/ngx_mail_handler.c. */
export interface Context {
  readonly values: ReadonlyMap<string, string>;
  /** True when the last value has no end: nginx cuts lines at 2,048 bytes, and people cut them when they copy. */
  readonly cut: boolean;
}

// In the order in which nginx writes them. Only a key that nginx writes later can end a value,
// so what a client puts into its request line can't pose as the client's own address.
const KEYS = [
  'resolver',
  'responder',
  'peer',
  'certificate',
  'udp client',
  'client',
  'server',
  'login',
  'request',
  'subrequest',
  'upstream',
  'bytes from/to client',
  'bytes from/to upstream',
  'host',
  'referrer',
  'context',
  'ctx',
] as const;
const KEY = new RegExp(`, (${KEYS.join('|')}): ?`, 'y');
/** The counts of a session stand behind its client; without one they are part of the message that ends it.
 * Source: nginx src/stream/ngx_stream_proxy_module.c ngx_stream_proxy_test_finalize. */
const FIRST_KEY = new RegExp(`, (${KEYS.filter((key) => !key.startsWith('bytes ')).join('|')}): ?`, 'y');
/** Mail sessions that are encrypted by now say so behind the client. Source: nginx src/mail/ngx_mail_handler.c ngx_mail_log_error. */
const STARTTLS = / using starttls$/;
const OTHER_KEY = /, ([a-z][a-z /_]{1,30}): /y;

const RANKS: ReadonlyMap<string, number> = new Map(KEYS.map((key, rank) => [key, rank]));
const rankOf = (key: string): number => RANKS.get(key) ?? -1;

/** Where the context begins: the first `, client: ` (or another first key) outside quotes; the text's length if there is none.
 * Nothing before `from` is looked at. */
export function findContext(text: string, from = 0): number {
  return findKeyOutsideQuotes(text, from, true) ?? findKeyOutsideQuotes(text, from, false) ?? text.length;
}

function findKeyOutsideQuotes(text: string, from: number, quotesCount: boolean): number | null {
  let inside = false;
  let quote = quotesCount ? text.indexOf('"', from) : -1;
  for (let comma = text.indexOf(', ', from); comma >= 0; comma = text.indexOf(', ', comma + 1)) {
    for (; quote >= 0 && quote < comma; quote = text.indexOf('"', quote + 1)) inside = !inside;
    if (inside) continue;
    FIRST_KEY.lastIndex = comma;
    if (FIRST_KEY.test(text)) return comma;
  }
  return null;
}

/** Reads the context that starts at `from`, where a `, key: ` stands. */
export function readContext(text: string, from: number): Context {
  const values = new Map<string, string>();
  let at = from;
  let rank = -1;
  let cut = false;
  while (at < text.length) {
    const key = keyAt(text, at);
    if (!key) break;
    rank = Math.max(rank, rankOf(key.name));
    const known = rank;
    const value = readValue(text, key, (next) => isNext(next, known, values));
    if (!values.has(key.name))
      values.set(key.name, key.name === 'client' ? value.text.replace(STARTTLS, '') : value.text);
    cut = value.cut;
    at = value.end;
  }
  return { values, cut };
}

/** True when nginx may write `key` behind what stands in `text`: a key of its context, later in its order than those that are there. */
export function mayFollowContext(text: string, key: string): boolean {
  const { values } = readContext(text, findContext(text));
  return rankOf(key) > Math.max(-1, ...[...values.keys()].map(rankOf));
}

interface Key {
  readonly name: string;
  readonly end: number;
}

function keyAt(text: string, at: number): Key | null {
  for (const pattern of [KEY, OTHER_KEY]) {
    pattern.lastIndex = at;
    const name = pattern.exec(text)?.[1];
    if (name !== undefined) return { name, end: pattern.lastIndex };
  }
  return null;
}

/** A key may follow when nginx writes it later, when nobody knows it, or when it has not been read yet. */
function isNext(key: string, rank: number, values: ReadonlyMap<string, string>): boolean {
  return rankOf(key) > rank || rankOf(key) < 0 || !values.has(key);
}

interface Value {
  readonly text: string;
  readonly end: number;
  readonly cut: boolean;
}

function readValue(text: string, key: Key, isNextKey: (name: string) => boolean): Value {
  const start = key.end;
  if (text.charCodeAt(start) !== 0x22) {
    const end = nextKey(text, start) ?? text.length;
    return {
      text: text
        .slice(start, end)
        .replace(/[.,\s]{1,500}$/, '')
        .trimStart(),
      end,
      cut: false,
    };
  }
  const close = closingQuote(text, start + 1, key.name, isNextKey);
  if (close === null)
    return { text: text.slice(start + 1).replace(/(?:\$|\.{3}|\u2026)$/, ''), end: text.length, cut: true };
  return { text: text.slice(start + 1, close), end: close + 1, cut: false };
}

/** The quote that a later key follows, else the last one of the line. nginx escapes nothing, so an inner quote proves nothing. */
function closingQuote(text: string, start: number, key: string, isNextKey: (name: string) => boolean): number | null {
  const wellFormed = key === 'request' ? closingAfterProtocol(text, start, isNextKey) : null;
  if (wellFormed !== null) return wellFormed;
  for (let quote = text.indexOf('"', start); quote >= 0; quote = text.indexOf('"', quote + 1)) {
    const next = keyAt(text, quote + 1);
    if (next && isNextKey(next.name)) return quote;
  }
  const last = text.lastIndexOf('"');
  return last >= start && endsLine(text, last + 1) ? last : null;
}

/** A request line that nginx accepted ends in ` HTTP/1.1`, and its URI has no space. */
function closingAfterProtocol(text: string, start: number, isNextKey: (name: string) => boolean): number | null {
  for (let at = text.indexOf(' HTTP/', start); at >= 0; at = text.indexOf(' HTTP/', at + 1)) {
    const quote = text.indexOf('"', at);
    if (quote < 0 || quote - at > 10) continue;
    const next = keyAt(text, quote + 1);
    if (next ? isNextKey(next.name) : endsLine(text, quote + 1)) return quote;
  }
  return null;
}

/** Only what people add when they quote a line may stand behind it. */
const endsLine = (text: string, at: number): boolean =>
  text.length - at < 8 && /^(?:\\[nrt]|[\s.,;:`'")\]}|])*$/.test(text.slice(at));

/** nginx's own values have no key in them, so any known key ends one without quotes. */
function nextKey(text: string, from: number): number | null {
  for (let comma = text.indexOf(', ', from); comma >= 0; comma = text.indexOf(', ', comma + 1)) {
    if (keyAt(text, comma)) return comma;
  }
  return null;
}
