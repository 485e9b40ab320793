import type { ConfigDirective } from './config-directive.ts';
import type { MatchPattern } from './patterns.ts';

/** Where nginx may go on with a request: at another URI of the same server, or in a named location. */
export type Redirect =
  | { readonly kind: 'uri'; readonly uri: string; readonly by: ConfigDirective }
  | { readonly kind: 'named'; readonly name: string; readonly by: ConfigDirective };

/** What a URI has to do with the level that redirects it. */
export interface RedirectContext {
  readonly uri: string;
  /** Of the expression that chose the location. */
  readonly captures: readonly (string | undefined)[];
  readonly match: MatchPattern;
}

/** What `rewrite` lines make of the URI, in order, until one ends the set; the URI itself where none fits. Null where a rewrite
 * answers the client itself, or its result can't be told.
 * Source: nginx src/http/modules/ngx_http_rewrite_module.c ngx_http_rewrite. */
export function rewriteUri(
  directives: readonly ConfigDirective[],
  context: RedirectContext,
): { readonly uri: string; readonly by: ConfigDirective | null; readonly stays: boolean } | null {
  let uri = context.uri;
  let by: ConfigDirective | null = null;
  for (const directive of directives) {
    if (directive.name === 'break') break;
    const [expression, replacement, flag] = directive.args;
    if (directive.name !== 'rewrite' || expression === undefined || replacement === undefined) continue;
    const captures = context.match(expression, uri, false);
    if (captures === 'no') continue;
    if (captures === 'unknown' || /^https?:|^\$scheme/.test(replacement)) return null;
    if (flag === 'redirect' || flag === 'permanent') return null;
    const next = fillIn(replacement, { ...context, uri, captures });
    if (next === null) return null;
    uri = next;
    by = directive;
    if (flag === 'last' || flag === 'break') return { uri, by, stays: flag === 'break' };
  }
  return { uri, by, stays: false };
}

/** The internal redirects that the directives of a location can lead to, most usual first. */
export function redirectsOf(
  inForce: (name: string) => readonly ConfigDirective[],
  context: RedirectContext,
): readonly Redirect[] {
  const fallbacks = inForce('try_files').flatMap((by) => toRedirect(by.args.at(-1), by, context));
  const pages = inForce('error_page').flatMap((by) => toRedirect(by.args.at(-1), by, context));
  return [...fallbacks, ...indexes(inForce('index'), context), ...pages];
}

function indexes(written: readonly ConfigDirective[], context: RedirectContext): readonly Redirect[] {
  if (!context.uri.endsWith('/')) return [];
  return written.flatMap((by) =>
    by.args.flatMap((file) => toRedirect(file.startsWith('/') ? file : `${context.uri}${file}`, by, context)),
  );
}

function toRedirect(target: string | undefined, by: ConfigDirective, context: RedirectContext): readonly Redirect[] {
  if (target === undefined || target.startsWith('=')) return [];
  if (target.startsWith('@')) return [{ kind: 'named', name: target, by }];
  const uri = fillIn(target, context);
  return uri?.startsWith('/') === true ? [{ kind: 'uri', uri, by }] : [];
}

const VARIABLE = /\$(?:\{(\w{1,64})\}|(\w{1,64}))/g;

/** Null where a variable's value is in no log. The query is left out. */
function fillIn(text: string, { uri, captures }: RedirectContext): string | null {
  const [path = ''] = text.split('?');
  let isKnown = true;
  const filled = path.replace(VARIABLE, (_, braced?: string, bare?: string) => {
    const name = braced ?? bare ?? '';
    if (/^\d$/.test(name)) return captures[Number(name)] ?? '';
    if (name === 'uri' || name === 'document_uri' || name === 'request_uri') return uri;
    if (name === 'is_args' || name === 'args' || name === 'query_string') return '';
    isKnown = false;
    return '';
  });
  return isKnown && filled.length <= 2_048 ? filled : null;
}
