import { standsAt } from '../stands-at.ts';
import type { HoleKind, Template } from './template.ts';

const MINUS = 0x2d;
const STAR = 0x2a;
const LETTER_X = 0x78;

/** How often a hole may be tried at a later place before the template is given up; bounds the work on hostile lines. */
const MOST_RETRIES = 24;

/** The texts in the template's holes when all of `text` fits it, else null. Costs a bounded number of passes over `text`. */
export function matchTemplate(template: Template, text: string): readonly string[] | null {
  const { literals, holes } = template;
  const first = literals[0] ?? '';
  const last = literals[literals.length - 1] ?? '';
  if (!standsAt(text, first, 0)) return null;
  if (holes.length === 0) return text.length === first.length ? [] : null;
  if (text.length < template.weight || !standsAt(text, last, text.length - last.length)) return null;
  if (holes.length === 1) return fillOnly(text.slice(first.length, text.length - last.length), holes[0] ?? 'text');
  const captures: string[] = new Array(holes.length);
  const budget = { left: MOST_RETRIES };
  return fill(template, text, 0, first.length, text.length - last.length, captures, budget) ? captures : null;
}

function fillOnly(value: string, kind: HoleKind): readonly string[] | null {
  return fits(value, kind) ? [value] : null;
}

/** True when the text is the beginning of what the template can give, cut inside of a value: nginx cuts lines at 2,048 bytes. The
 * literals before that value are all there. */
export function isCutInsideValue({ literals, holes }: Template, text: string): boolean {
  const [first = '', ...rest] = literals;
  if (!text.startsWith(first)) return false;
  let at = first.length;
  for (const [index, literal] of rest.entries()) {
    // a value may hold the last literal, too: nginx doesn't escape quotes
    const next = index === rest.length - 1 ? -1 : text.indexOf(literal, at);
    if (next < 0) return literal !== '' && holes[index] === 'text' && at < text.length;
    at = next + literal.length;
  }
  return false;
}

/** Fills hole number `index` from `at`; the last hole ends at `end`. Leftmost first, as nginx writes literals after values. */
function fill(
  template: Template,
  text: string,
  index: number,
  at: number,
  end: number,
  captures: string[],
  budget: { left: number },
): boolean {
  const kind = template.holes[index] ?? 'text';
  if (index === template.holes.length - 1) {
    if (end < at) return false;
    captures[index] = text.slice(at, end);
    return fits(captures[index] ?? '', kind);
  }
  const next = template.literals[index + 1] ?? '';
  let stop = kind === 'text' ? text.indexOf(next, at) : numberEnd(text, at, kind);
  while (stop >= 0 && stop + next.length <= end) {
    if (kind === 'text' || standsAt(text, next, stop)) {
      captures[index] = text.slice(at, stop);
      if (
        fits(captures[index] ?? '', kind) &&
        fill(template, text, index + 1, stop + next.length, end, captures, budget)
      )
        return true;
    }
    budget.left -= 1;
    if (kind !== 'text' || budget.left <= 0) return false;
    stop = text.indexOf(next, stop + 1);
  }
  return false;
}

/** Where the digits end that stand at `from`, with their sign; `from` where none stand there. */
export function numberEnd(text: string, from: number, kind: HoleKind): number {
  let at = text.charCodeAt(from) === MINUS ? from + 1 : from;
  while (at < text.length && isDigit(text.charCodeAt(at), kind)) at += 1;
  return at;
}

function fits(value: string, kind: HoleKind): boolean {
  if (kind === 'text') return true;
  return value !== '' && numberEnd(value, 0, kind) === value.length;
}

/** People mask numbers too, so `x` and `*` stand for a digit. */
function isDigit(code: number, kind: HoleKind): boolean {
  if (code >= 0x30 && code <= 0x39) return true;
  if (code === LETTER_X || code === STAR) return true;
  return kind === 'hex' && ((code >= 0x61 && code <= 0x66) || (code >= 0x41 && code <= 0x46));
}
