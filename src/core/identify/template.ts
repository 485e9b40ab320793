/** What a hole of a format string may hold. `text` is anything, also nothing. */
export type HoleKind = 'number' | 'hex' | 'text';

/** A format string taken apart: `literals[0] hole[0] literals[1] hole[1] … literals[n]`. */
export interface Template {
  readonly source: string;
  /** Always one more than `holes`; may be empty strings at either end and between two holes. */
  readonly literals: readonly string[];
  readonly holes: readonly HoleKind[];
  /** Number of literal characters: of two templates that fit a line, the one with more says more. */
  readonly weight: number;
  /** How much its holes take: a text more than digits. */
  readonly looseness: number;
}

// `%`, zero padding, width, the modifiers of ngx_vslprintf (u, m, x, X, ., *), then the conversion.
// Source: nginx src/core/ngx_string.c ngx_vslprintf.
const SPEC = /%0?\d*(?:\.\d+|[umxX*.])*([a-zA-Z%])/g;
/** Some messages carry their level or connection themselves; readers take those off every line. */
const HEAD = /^(?:\[(?:emerg|alert|crit|error|warn|notice|info|debug)\]:? |\*%uA )/;
const NUMBERS = new Set(['i', 'd', 'l', 'D', 'L', 'A', 'O', 'P', 'T', 'M', 'z', 'r']);

/** Orders templates that fit one text: most literal characters, then fewest holes, then the stricter holes. */
export function bySpecificity(a: Template, b: Template): number {
  return b.weight - a.weight || a.holes.length - b.holes.length || a.looseness - b.looseness;
}

const LOOSENESS: Readonly<Record<HoleKind, number>> = { number: 0, hex: 1, text: 2 };

/** Takes one of nginx's format strings apart. A line feed counts as a space, as wrapped lines are joined with one. */
export function parseTemplate(source: string): Template {
  const literals: string[] = [];
  const holes: HoleKind[] = [];
  let literal = '';
  let from = 0;
  const text = source.replace(HEAD, '');
  for (const spec of text.matchAll(SPEC)) {
    literal += text.slice(from, spec.index);
    from = spec.index + spec[0].length;
    const replaced = literalOf(spec[1]);
    if (replaced !== null) {
      literal += replaced;
      continue;
    }
    const kind = holeKind(spec[0], spec[1] ?? '');
    // nothing separates two numbers in a row, so they are one
    if (literal === '' && kind !== 'text' && holes.at(-1) === kind) continue;
    literals.push(plain(literal));
    holes.push(kind);
    literal = '';
  }
  literals.push(plain(literal + text.slice(from)).trimEnd());
  const weight = literals.reduce((sum, part) => sum + part.length, 0);
  const looseness = holes.reduce((sum, hole) => sum + LOOSENESS[hole], 0);
  return { source, literals, holes, weight, looseness };
}

const plain = (literal: string): string => literal.replace(/\s*\n\s*/g, ' ');

function literalOf(conversion: string | undefined): string | null {
  if (conversion === '%') return '%';
  if (conversion === 'N' || conversion === 'Z') return '';
  return null;
}

function holeKind(spec: string, conversion: string): HoleKind {
  if (conversion === 'p' || /[xX]/.test(spec)) return 'hex';
  return NUMBERS.has(conversion) ? 'number' : 'text';
}
