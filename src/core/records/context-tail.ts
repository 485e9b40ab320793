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
const OTHER_KEY = /, ([a-z][a-z /_]{1,30}): /y;

const RANKS: ReadonlyMap<string, number> = new Map(KEYS.map((key, rank) => [key, rank]));
const rankOf = (key: string): number => RANKS.get(key) ?? -1;

/** Where the context begins: the first `, client: ` (or another first key) outside quotes; the text's length if there is none. */
export function findContext(text: string): number {
  return findKeyOutsideQuotes(text, true) ?? findKeyOutsideQuotes(text, false) ?? text.length;
}

function findKeyOutsideQuotes(text: string, quotesCount: boolean): number | null {
  let inside = false;
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charCodeAt(at);
    if (char === 0x22) inside = !inside;
    if (char !== 0x2c || (inside && quotesCount)) continue;
    KEY.lastIndex = at;
    if (KEY.test(text)) return at;
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
    const value = readValue(text, key.end, rank, key.name);
    if (!values.has(key.name)) values.set(key.name, value.text);
    cut = value.cut;
    at = value.end;
  }
  return { values, cut };
}

function keyAt(text: string, at: number): { readonly name: string; readonly end: number } | null {
  for (const pattern of [KEY, OTHER_KEY]) {
    pattern.lastIndex = at;
    const name = pattern.exec(text)?.[1];
    if (name !== undefined) return { name, end: pattern.lastIndex };
  }
  return null;
}

interface Value {
  readonly text: string;
  readonly end: number;
  readonly cut: boolean;
}

function readValue(text: string, start: number, rank: number, key: string): Value {
  if (text.charCodeAt(start) !== 0x22) {
    const end = nextKey(text, start, rank) ?? text.length;
    return { text: text.slice(start, end).replace(/[.\s]+$/, ''), end, cut: false };
  }
  const close = closingQuote(text, start + 1, rank, key);
  if (close === null)
    return { text: text.slice(start + 1).replace(/(?:\$|\.{3}|…)$/, ''), end: text.length, cut: true };
  return { text: text.slice(start + 1, close), end: close + 1, cut: false };
}

/** The quote that is followed by a later key or the line's end. nginx escapes nothing, so an inner quote proves nothing. */
function closingQuote(text: string, start: number, rank: number, key: string): number | null {
  const wellFormed = key === 'request' ? closingAfterProtocol(text, start, rank) : null;
  if (wellFormed !== null) return wellFormed;
  for (let quote = text.indexOf('"', start); quote >= 0; quote = text.indexOf('"', quote + 1)) {
    if (endsValue(text, quote + 1, rank)) return quote;
  }
  return null;
}

/** A request line that nginx accepted ends in ` HTTP/1.1`, and its URI has no space. */
function closingAfterProtocol(text: string, start: number, rank: number): number | null {
  for (let at = text.indexOf(' HTTP/', start); at >= 0; at = text.indexOf(' HTTP/', at + 1)) {
    const quote = text.indexOf('"', at);
    if (quote >= 0 && quote - at <= 10 && endsValue(text, quote + 1, rank)) return quote;
  }
  return null;
}

function endsValue(text: string, at: number, rank: number): boolean {
  if (at >= text.length || (/^[\s.,;:`'")\]]*$/.test(text.slice(at, at + 8)) && at + 8 >= text.length)) return true;
  const key = keyAt(text, at);
  return key !== null && (rankOf(key.name) > rank || rankOf(key.name) < 0);
}

function nextKey(text: string, from: number, rank: number): number | null {
  for (let comma = text.indexOf(', ', from); comma >= 0; comma = text.indexOf(', ', comma + 1)) {
    const key = keyAt(text, comma);
    if (key && (rankOf(key.name) > rank || rankOf(key.name) < 0)) return comma;
  }
  return null;
}
