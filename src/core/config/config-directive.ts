import type { ConfigRecord } from '../records/log-record.ts';

/** One directive of a pasted configuration, with what stands in its braces. */
export interface ConfigDirective {
  /** `proxy_pass`; in `map`, `geo`, `types` and their like the first word of a row. */
  readonly name: string;
  /** As nginx sees them: without quotes and escapes. */
  readonly args: readonly string[];
  /** Null where it has no braces. Includes of files that were pasted stand replaced by what the files hold. */
  readonly inside: readonly ConfigDirective[] | null;
  /** What stands in its braces by name, each list in the order of the file. */
  readonly named: ReadonlyMap<string, readonly ConfigDirective[]>;
  /** The file that nginx -T, or whoever pasted it, names above it; null where nothing does. */
  readonly file: string | null;
  /** The pasted lines that its own words stand on, ascending; of a block those before its brace. Empty only where nginx-why had to
   * assume a block that was not pasted. */
  readonly records: readonly ConfigRecord[];
  /** False where the paste ends, was shortened or could not be read before the block's closing brace. */
  readonly isWhole: boolean;
  /** False where the next directive begins before a `;`, which nginx takes for more arguments. */
  readonly isTerminated: boolean;
}

/** Gives a directive what stands in its braces; null where it has none. */
export function withInside(
  directive: Omit<ConfigDirective, 'inside' | 'named'>,
  inside: readonly ConfigDirective[] | null,
): ConfigDirective {
  return { ...directive, inside, named: inside ? Map.groupBy(inside, ({ name }) => name) : NOTHING };
}

const NOTHING: ConfigDirective['named'] = new Map();

/** Those of a name that stand directly in a block. */
export function directivesIn(block: ConfigDirective, name: string): readonly ConfigDirective[] {
  return block.named.get(name) ?? [];
}
