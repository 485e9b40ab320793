import type { Chooser } from './chooser.ts';
import { sampleText } from './sample-values.ts';

// `%`, zero padding, width, modifiers, conversion. Source: nginx src/core/ngx_string.c ngx_vslprintf.
const SPEC = /%(0?)(\d*)((?:\.\d+|[umxX*])*)([a-zA-Z%])/g;
const POINTER_DIGITS = 12;

/** Fills every format specification of one of nginx's format strings as ngx_sprintf would. `directives` stand for the first value
 * of `"%s" directive …`. */
export function fillTemplate(template: string, directives: readonly string[], chooser: Chooser): string {
  let filled = '';
  let from = 0;
  for (const spec of template.matchAll(SPEC)) {
    const [whole, zero = '', width = '', modifiers = '', conversion = ''] = spec;
    filled += template.slice(from, spec.index);
    from = spec.index + whole.length;
    const after = template.slice(from);
    const [directive, ...others] = directives;
    filled +=
      directive !== undefined && filled === '"' && after.startsWith('" directive')
        ? chooser.pick([directive, ...others])
        : fillSpec({ zero: zero !== '', width: Number(width), modifiers, conversion }, filled, after, chooser);
  }
  return filled + template.slice(from);
}

interface Spec {
  readonly zero: boolean;
  readonly width: number;
  readonly modifiers: string;
  readonly conversion: string;
}

function fillSpec(spec: Spec, before: string, after: string, chooser: Chooser): string {
  switch (spec.conversion) {
    case '%':
      return '%';
    case 'N':
      return '\n';
    case 'Z':
      return '';
    case 'c':
      return chooser.pick(['a', '(', '$', '1']);
    case 's':
    case 'V':
    case 'v':
      return /[xX]/.test(spec.modifiers) ? hex(spec, chooser.below(0x7fffffff)) : sampleText(before, after, chooser);
    case 'p':
      return `0000${chooser.below(0x7fffffff).toString(16).toUpperCase().padStart(POINTER_DIGITS, '5')}`;
    case 'f':
      return fraction(spec, chooser);
    default:
      return padded(spec, number(spec, chooser));
  }
}

function number(spec: Spec, chooser: Chooser): string {
  if (/[xX]/.test(spec.modifiers)) return hex(spec, chooser.below(0x10000));
  const value = chooser.pick([chooser.below(10), chooser.below(1000), chooser.below(2 ** 31)]);
  if (spec.width > 0) return String(value % 10 ** spec.width);
  const isNegative = !spec.modifiers.includes('u') && 'dizlDLA'.includes(spec.conversion) && chooser.below(5) === 0;
  return isNegative && value > 0 ? `-${value}` : String(value);
}

const hex = ({ modifiers }: Spec, value: number): string =>
  modifiers.includes('X') ? value.toString(16).toUpperCase() : value.toString(16);

const padded = ({ zero, width }: Spec, digits: string): string => digits.padStart(width, zero ? '0' : ' ');

function fraction({ modifiers }: Spec, chooser: Chooser): string {
  const digits = Number(/\.(\d+)/.exec(modifiers)?.[1] ?? 0);
  const whole = String(chooser.below(1000));
  return digits === 0 ? whole : `${whole}.${String(chooser.below(10 ** digits)).padStart(digits, '0')}`;
}
