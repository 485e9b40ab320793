import { type ConfigDirective, directivesIn } from './config-directive.ts';

/** What a level of the configuration says about a directive that it inherits or sets. */
export interface InForce {
  /** Those of the innermost level that has any; empty where no pasted level has one. */
  readonly directives: readonly ConfigDirective[];
  /** False where a level between is not wholly in the paste, so that another value may hold. */
  readonly isCertain: boolean;
}

/** They count in the location where they stand. Source: nginx src/http/modules, where no merge function hands them on. */
const NOT_INHERITED = /^(?:try_files|internal|\w+_pass|content_by_lua\w*)$/;
/** They run on the level of the server, then in the location. Source: nginx src/http/modules/ngx_http_rewrite_module.c. */
const RUN_TWICE = /^(?:rewrite|set|return|break|if)$/;
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
  const reach = reachOf(name, levels);
  let isCertain = true;
  for (const level of reach) {
    const directives = directivesIn(level, name);
    const mayHoldMore = !level.isWhole || directivesIn(level, 'include').some((one) => mayBring(one, name));
    isCertain = isCertain && !mayHoldMore;
    if (directives.length > 0) return { directives, isCertain };
  }
  return { directives: [], isCertain };
}

function reachOf(name: string, levels: readonly ConfigDirective[]): readonly ConfigDirective[] {
  if (NOT_INHERITED.test(name)) return levels.slice(0, 1);
  return RUN_TWICE.test(name) ? levels.filter((level, index) => index === 0 || level.name === 'server') : levels;
}

/** True for an include whose file was not pasted and may hold the directive. */
function mayBring({ args: [file = ''] }: ConfigDirective, wanted: string): boolean {
  const known = WELL_KNOWN.find(([path]) => path.test(file));
  return known ? known[1].test(wanted) : true;
}
