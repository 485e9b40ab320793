import type { LogCall } from './log-calls.ts';
import { assignedTexts, formattedTexts, readTexts, type Scope, type Text } from './texts.ts';
import { type Tokens, toCode } from './token-lists.ts';
import type { Tree } from './tree.ts';

/** Where the texts come from that nginx hands to a logger as a value, though they are its own words. */
interface Expansion {
  /** The value as written at the call. */
  readonly value: RegExp;
  readonly texts: (call: LogCall, tree: Tree, value: Tokens) => readonly Text[];
  /** The value before it is the text's number, so both are replaced: `(%i: %s)`. */
  readonly withNumber?: boolean;
}

const SPEC = /%0?\d*(?:\.\d+|[umxX*.])*([a-zA-Z%])/g;
const STANDS_FOR_NO_VALUE = new Set(['%', 'N', 'Z']);

/** Every template that a call writes, with nginx's own words filled in. Empty when no value is one of them. */
export function expandCall(call: LogCall, format: Text, tree: Tree): readonly Text[] {
  let at = 0;
  let previous: RegExpExecArray | undefined;
  for (const spec of format.text.matchAll(SPEC)) {
    if (STANDS_FOR_NO_VALUE.has(spec[1] ?? '')) continue;
    if (spec[0].includes('*')) at += 1;
    const value = call.values[at] ?? [];
    const code = value.length > 0 ? toCode(value) : (call.logger.appends ?? '');
    const expansion = /[sV]$/.test(spec[0]) ? EXPANSIONS.find((one) => one.value.test(code)) : undefined;
    const texts = expansion?.texts(call, tree, value) ?? [];
    if (texts.length > 0) {
      const from = expansion?.withNumber && previous ? previous.index : spec.index;
      return texts.map((text) => fillIn(format, from, spec.index + spec[0].length, text));
    }
    previous = spec;
    at += 1;
  }
  return [];
}

const fillIn = (format: Text, from: number, to: number, { text, platform, line }: Text): Text => ({
  text: format.text.slice(0, from) + text.replace(/%Z$/, '') + format.text.slice(to),
  platform: format.platform === 'any' ? platform : format.platform,
  line,
});

const scopeOf = (tree: Tree, file: string): Scope | null => {
  const source = tree.files.find((one) => one.file === file);
  return source ? { macros: tree.macros, source, body: source.sections.flatMap(({ tokens }) => tokens) } : null;
};

const assignedIn = (tree: Tree, file: string, name: string): readonly Text[] => {
  const scope = scopeOf(tree, file);
  return scope ? distinct(assignedTexts(scope.body, name, scope)) : [];
};

/** The first place of each text. */
const distinct = (texts: readonly Text[]): readonly Text[] =>
  [...new Map(texts.toReversed().map((text) => [text.text, text] as const)).values()].toReversed();

const REGEX_FILE = 'src/core/ngx_regex.c';
const regexErrors = (tree: Tree): readonly Text[] => {
  const source = tree.files.find(({ file }) => file === REGEX_FILE);
  if (!source) return [];
  return distinct(
    source.sections.flatMap(({ tokens }) =>
      formattedTexts(tokens, /err\.data/, { macros: tree.macros, source, body: tokens }),
    ),
  );
};

/** Each zone says its kind and name: in its own module, and in the slab allocator that serves all.
 * Zones that clear `log_nomem` report a lack of memory themselves; a zone without a name adds nothing. */
function zoneNames(call: LogCall, tree: Tree): readonly Text[] {
  const named = (file: string): readonly Text[] => {
    const scope = scopeOf(tree, file);
    return scope ? formattedTexts(scope.body, /log_ctx$/, scope) : [];
  };
  const own = named(call.source.file);
  if (own.length > 0) return own;
  if (!mentions(call.scope.body, 'log_nomem')) return distinct(tree.files.flatMap(({ file }) => named(file)));
  const silent = tree.files.filter(({ sections }) => sections.some(({ tokens }) => mentions(tokens, 'log_nomem')));
  const loud = tree.files.filter((file) => !silent.includes(file)).flatMap(({ file }) => named(file));
  return [{ text: '', platform: 'any', line: call.line }, ...distinct(loud)];
}

const mentions = (tokens: Tokens, name: string): boolean => tokens.some(({ text }) => text === name);

/** DNS's response codes with their numbers; a lookup may also time out, which is nginx's own code. */
function resolverErrors(call: LogCall, tree: Tree): readonly Text[] {
  const scope = scopeOf(tree, 'src/core/ngx_resolver.c');
  const body = scope?.source.sections.findLast(({ name }) => name === 'ngx_resolver_strerror')?.tokens ?? [];
  if (!scope) return [];
  const strings = body.filter(({ kind }) => kind === 'string');
  const codes = strings.slice(0, -2).map((token, index) => ({ ...token, text: `${index + 1}: ${token.text}` }));
  const timedOut = strings.slice(-2, -1).map((token) => ({ ...token, text: `110: ${token.text}` }));
  const answered = call.source.file === scope.source.file;
  return answered ? codes : [...timedOut, ...codes];
}

const CACHE_FILE = 'src/event/ngx_event_openssl_cache.c';
const CACHED: readonly (readonly [RegExp, RegExp])[] = [
  [/NGX_SSL_CACHE_CERT/, /_cert_(?:create|ref)$/],
  [/NGX_SSL_CACHE_PKEY/, /_pkey_(?:create|ref)$/],
  [/NGX_SSL_CACHE_CRL/, /_crl_(?:create|ref)$/],
  [/NGX_SSL_CACHE_CA/, /_ca_create$|_cert_ref$/],
];

/** What can go wrong while a certificate, key or list is loaded: the loader's own errors and those of opening the file. */
function sslCacheErrors(call: LogCall, tree: Tree): readonly Text[] {
  const source = tree.files.find(({ file }) => file === CACHE_FILE);
  const before = call.scope.body.filter(({ line }) => line < call.line);
  const kind = CACHED.find(([constant]) => constant.test(lastConstant(before)));
  if (!source || !kind) return [];
  return distinct(
    source.sections
      .filter(({ name }) => kind[1].test(name) || name === 'ngx_ssl_cache_create_bio')
      .flatMap(({ tokens }) => assignedTexts(tokens, 'err', { macros: tree.macros, source, body: tokens })),
  );
}

const lastConstant = (tokens: Tokens): string =>
  tokens.findLast(({ text }) => /^NGX_SSL_CACHE_(?:CERT|PKEY|CRL|CA)$/.test(text))?.text ?? '';

const ownErrors = (call: LogCall): readonly Text[] => distinct(assignedTexts(call.scope.body, 'err', call.scope));

function ocspStatuses(call: LogCall, tree: Tree): readonly Text[] {
  if (!call.scope.body.some(({ text }) => text === 'ngx_ssl_ocsp_get_status')) return [];
  return assignedIn(tree, 'src/event/ngx_event_openssl_stapling.c', 's');
}

const choices = (call: LogCall, _tree: Tree, value: Tokens): readonly Text[] => readTexts(value, call.scope);

const EXPANSIONS: readonly Expansion[] = [
  { value: /^(?:u|url)(?:->|\.)err$/, texts: (_, tree) => assignedIn(tree, 'src/core/ngx_inet.c', 'err') },
  { value: /\bof\.failed$/, texts: (_, tree) => assignedIn(tree, 'src/core/ngx_open_file_cache.c', 'failed') },
  { value: /^tf->warn$/, texts: (_, tree) => tree.files.flatMap(({ file }) => assignedIn(tree, file, 'warn')) },
  { value: /^&rg?c(?:->|\.)err$/, texts: (_, tree) => regexErrors(tree) },
  { value: /log_ctx$/, texts: zoneNames },
  { value: /^ngx_resolver_strerror\(/, withNumber: true, texts: resolverErrors },
  { value: /^err$/, texts: (call, tree) => (call.logger.ssl ? sslCacheErrors(call, tree) : ownErrors(call)) },
  { value: /^s(?:tr)?$/, texts: ocspStatuses },
  { value: /\?"|\?ngx_/, texts: choices },
];
