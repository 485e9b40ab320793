import { type ConfigDirective, withInside } from './config-directive.ts';
import type { Forest, Fragment, OpenDirective } from './tree-builder.ts';

/** A piece of the paste with the files that it includes put in their places. */
export interface ResolvedFragment {
  readonly file: string | null;
  readonly inside: readonly ConfigDirective[];
}

const DEEPEST_INCLUDE = 10;
const MOST_DIRECTIVES = 100_000;

/** Puts pasted files where other pasted files include them; the pieces that nothing includes remain. Includes of files that are
 * not in the paste stay as they are. Files that include each other, and lists that would grow without end, are cut. */
export function resolveIncludes({ fragments }: Forest): readonly ResolvedFragment[] {
  const main = fragments.find(({ file }) => file?.startsWith('/') === true)?.file ?? '/etc/nginx/nginx.conf';
  const included = new Set<Fragment>();
  let left = MOST_DIRECTIVES;

  const expand = (directives: readonly OpenDirective[], within: readonly Fragment[]): ConfigDirective[] =>
    directives.flatMap((directive): ConfigDirective[] => {
      if (left <= 0) return [];
      const files = directive.name === 'include' ? filesOf(directive, within) : [];
      if (files.length > 0) return files.flatMap((file) => expand(file.inside, [...within, file]));
      left -= 1;
      return [withInside(directive, directive.inside && expand(directive.inside, within))];
    });
  const filesOf = ({ args: [pattern = ''] }: OpenDirective, within: readonly Fragment[]): readonly Fragment[] => {
    if (within.length >= DEEPEST_INCLUDE) return [];
    const path = pattern.startsWith('/') ? pattern : `${main.replace(/[^/]*$/, '')}${pattern}`;
    const found = fragments.filter(
      (fragment) => fragment.file !== null && !within.includes(fragment) && fitsGlob(path, fragment.file),
    );
    for (const fragment of found) included.add(fragment);
    return found;
  };

  const resolved = fragments.map((fragment) => ({ fragment, inside: expand(fragment.inside, [fragment]) }));
  const roots = resolved.filter(({ fragment }) => !included.has(fragment));
  return (roots.length > 0 ? roots : resolved.slice(0, 1)).map(({ fragment: { file }, inside }) => ({ file, inside }));
}

/** `*` and `?` fit within one folder, as for glob(3); steps back to the last `*` only, so time stays within the product of the lengths. */
function fitsGlob(pattern: string, path: string): boolean {
  let [p, s, star, mark] = [0, 0, -1, 0];
  while (s < path.length) {
    if (pattern[p] === '*') [star, mark, p] = [p, s, p + 1];
    else if (pattern[p] === path[s] || (pattern[p] === '?' && path[s] !== '/')) [p, s] = [p + 1, s + 1];
    else if (star >= 0 && path[mark] !== '/') [mark, p, s] = [mark + 1, star + 1, mark + 1];
    else return false;
  }
  while (pattern[p] === '*') p += 1;
  return p === pattern.length;
}
