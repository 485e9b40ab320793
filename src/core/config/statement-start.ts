/** Knows nginx's names of directives. */
export type IsDirective = (name: string) => boolean;

/** Blocks whose rows are data, not directives. Source: nginx src/http/modules ngx_http_map_module.c, geo, split_clients, charset;
 * src/http/ngx_http_core_module.c ngx_http_core_types. */
const DATA_BLOCKS: ReadonlySet<string> = new Set(['map', 'geo', 'types', 'split_clients', 'charset_map', 'match']);

const THIRD_PARTY =
  /^(?:lua_|\w+_by_lua(?:_block|_file)?$|more_|modsecurity|brotli|passenger_|proxy_cache_purge$|vhost_traffic|subs_filter|geoip2$|nchan_|auth_ldap|auth_pam|auth_jwt_|upload_|pagespeed$|rtmp$|record_|hls_cleanup$|drop_idle_publisher$|max_connections$|(?:BasicRule|MainRule|CheckRule|LearningMode|DeniedUrl|SecRulesEnabled)$)/;

/** True for directives of modules that the official reference doesn't cover: OpenResty, headers-more, ModSecurity, brotli, Passenger,
 * cache purge, substitutions, traffic status. */
export const isThirdParty = (name: string): boolean => THIRD_PARTY.test(name);

const NAME = /^([A-Za-z][A-Za-z0-9_]{1,60})(?=[\s;{]|$)/;
const ENDS_STATEMENT = /[;{}]\s*(?:#.*)?$/;
/** `user = www-data`: another program's file. */
const ASSIGNMENT = /^\w+\s*(?:=(?!~)|:)\s*(?!\S*\s*\{)/;
const SHORTENED = /^#?\s*[[(<]?(?:\.{3}|…|snip\b|(?:some|other|more) \w+[^;{}]*\.{3})/i;
/** Words that other languages have, too, with what nginx's have and theirs lack. */
const NEEDS: Readonly<Record<string, RegExp>> = {
  if: /^if\s*\([^;]*\$/,
  set: /^set\s+\$/,
  return: /^return\s+["']?(?:\d{3}\b|https?:|\$scheme)/,
  break: /^$/,
  include: /^include\s+[^<\s]/,
  server: /^server(?:\s*\{|\s+(?:unix:|\[|[\w.-]+:\d|[\w-]+\.[\w.-]+[\s;])|\s*$)/,
};

export type Start = 'statement' | 'shortened' | 'foreign';

/** What a line is at whose start a directive may begin. `block` is the innermost open one, null outside all: there a line must be
 * unmistakable, since prose and other programs' files lie around it. */
export function judgeStart(line: string, block: string | null, next: string | null, isDirective: IsDirective): Start {
  const text = line.trim();
  if (SHORTENED.test(text)) return 'shortened';
  if (block !== null && (text.startsWith('}') || text.startsWith('#'))) return 'statement';
  if (block !== null && DATA_BLOCKS.has(block)) return /[;}]/.test(text) ? 'statement' : 'foreign';
  const name = NAME.exec(text)?.[1];
  if (name === undefined || (name !== 'location' && ASSIGNMENT.test(text))) return 'foreign';
  const isKnown = isDirective(name) || isThirdParty(name);
  const isEnded = ENDS_STATEMENT.test(text);
  if (block !== null) return isKnown || isEnded ? 'statement' : 'foreign';
  const isPlausible = isKnown && (NEEDS[name]?.test(text) ?? true) && (isEnded || goesOn(text, next));
  return isPlausible ? 'statement' : 'foreign';
}

/** A directive over several lines: its brace stands below it, or it has what prose lacks. */
const goesOn = (text: string, next: string | null): boolean => /^\s*\{/.test(next ?? '') || /\s["']|\$\w/.test(text);

/** True for a line that is a whole directive or the head of a block, so that what stands open above it lacks its `;`. */
export function beginsAnother(line: string, isDirective: IsDirective): boolean {
  const text = line.trim();
  const name = NAME.exec(text)?.[1];
  return text.startsWith('}') || (name !== undefined && isDirective(name) && ENDS_STATEMENT.test(text));
}
