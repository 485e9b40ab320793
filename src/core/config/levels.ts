import type { ConfigDirective } from './config-directive.ts';

/** What a level of the configuration says about a directive that it inherits or sets. */
export interface InForce {
  /** Those of the innermost level that has any; empty where no pasted level has one. */
  readonly directives: readonly ConfigDirective[];
  /** False where a level between is not wholly in the paste, so that another value may hold. */
  readonly isCertain: boolean;
}

/** They count where they stand only. Sources: nginx src/http/modules: no merge in try_files, rewrite; passes merge into `if` only. */
const NOT_INHERITED = /^(?:try_files|rewrite|set|return|break|if|internal|alias|\w+_pass|content_by_lua\w*)$/;
/** Files that every distribution brings: they hold these families alone. */
const WELL_KNOWN: readonly (readonly [RegExp, RegExp])[] = [
  [/(?:^|\/)mime\.types$/, /^types$/],
  [/(?:^|\/)(?:fastcgi_params|fastcgi\.conf|snippets\/fastcgi-php\.conf)$/, /^(?:fastcgi_|try_files$|set$)/],
  [/(?:^|\/)uwsgi_params$/, /^uwsgi_param$/],
  [/(?:^|\/)scgi_params$/, /^scgi_param$/],
  [/(?:^|\/)proxy_params$/, /^proxy_set_header$/],
];

/** Finds a directive on the way from the innermost level outwards: a level that has it hides the outer ones, for values as for lists
 * such as `proxy_set_header`. Source: nginx src/core/ngx_conf_file.h ngx_conf_merge_*_value; src/http/modules/ngx_http_proxy_module.c. */
export function findInForce(name: string, levels: readonly ConfigDirective[]): InForce {
  const reach = NOT_INHERITED.test(name) ? levels.slice(0, 1) : levels;
  let isCertain = true;
  for (const level of reach) {
    const directives = directivesIn(level, name);
    const mayHoldMore = !level.isWhole || (level.inside ?? []).some((one) => mayBring(one, name));
    isCertain = isCertain && !mayHoldMore;
    if (directives.length > 0) return { directives, isCertain };
  }
  return { directives: [], isCertain };
}

/** Those that stand directly in a block. */
export function directivesIn(block: ConfigDirective, name: string): readonly ConfigDirective[] {
  return (block.inside ?? []).filter((directive) => directive.name === name);
}

/** True for an include whose file was not pasted and may hold the directive. */
function mayBring({ name, args: [file = ''] }: ConfigDirective, wanted: string): boolean {
  if (name !== 'include') return false;
  const known = WELL_KNOWN.find(([path]) => path.test(file));
  return known ? known[1].test(wanted) : true;
}
