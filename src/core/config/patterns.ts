import { RE2JS } from 're2js';

/** What a regular expression of the configuration says of a text: the captures, `$0` first; `no`; or `unknown` where it can't be
 * told: an expression that only PCRE understands, or one that costs more than a paste may. */
export type Verdict = readonly (string | undefined)[] | 'no' | 'unknown';

/** Matches a text with an expression as nginx writes it. */
export type MatchPattern = (expression: string, text: string, isCaseless: boolean) => Verdict;

const LONGEST_EXPRESSION = 400;
const LONGEST_TEXT = 2_048;
const MOST_EXPRESSIONS = 300;
const MOST_REPEATS = 200;
/** Instructions of the program times characters of the text. */
const MOST_STEPS_ONCE = 500_000;
const MOST_STEPS = 20_000_000;

/** Creates a matcher with a budget for one paste. The expressions come from whoever pastes, so they run in an engine without
 * backtracking, and all of them together take a bounded time. The reasons are in `docs/decisions/configuration.md`. */
export function createPatterns(): MatchPattern {
  const compiled = new Map<string, RE2JS | null>();
  let steps = MOST_STEPS;
  return (expression, text, isCaseless) => {
    const key = `${isCaseless ? 'i' : ' '}${expression}`;
    if (!compiled.has(key) && compiled.size >= MOST_EXPRESSIONS) return 'unknown';
    const pattern = compiled.get(key) ?? (compiled.has(key) ? null : compile(expression, isCaseless));
    compiled.set(key, pattern);
    if (!pattern || text.length > LONGEST_TEXT) return 'unknown';
    const cost = pattern.programSize() * (text.length + 1);
    if (cost > MOST_STEPS_ONCE || cost > steps) return 'unknown';
    steps -= cost;
    const matcher = pattern.matcher(text);
    if (!matcher.find()) return 'no';
    return Array.from({ length: pattern.groupCount() + 1 }, (_, group) => matcher.group(group) ?? undefined);
  };
}

/** Null where RE2 doesn't take it: look-around, back-references, possessive quantifiers, or syntax that is wrong. */
function compile(expression: string, isCaseless: boolean): RE2JS | null {
  if (expression.length > LONGEST_EXPRESSION || repeatsOf(expression) > MOST_REPEATS) return null;
  try {
    return RE2JS.compile(expression, isCaseless ? RE2JS.CASE_INSENSITIVE : 0);
  } catch {
    return null;
  }
}

/** Counted repetitions are unrolled: `{n}` inside `{m}` costs n times m, so the counts are multiplied wherever they stand. */
const repeatsOf = (expression: string): number =>
  [...expression.matchAll(/\{(\d{1,6})(?:,(\d{0,6}))?\}/g)].reduce(
    (product, [, least, most]) => product * Math.max(Number(least), Number(most ?? 0), 1),
    1,
  );
