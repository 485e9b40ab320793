// Source of the conversions: nginx src/core/ngx_string.c ngx_vslprintf.
const SPEC = /%0?\d*(?:\.\d+|[umxX*.])*[a-zA-Z%]/g;
const SPECIAL = /[\\^$.*+?()[\]{}|]/g;
const NUMBER = '-?[0-9]+';
const HEX = '[0-9a-fA-F]+';
const TEXT = '.*';

/** A regular expression that fits what nginx makes of a format string, in the syntax that JavaScript, ripgrep and Hyperscan
 * share. It knows the format string alone, none of nginx-why's own code. */
export function signatureRegex(template: string): string {
  let regex = '';
  let from = 0;
  for (const spec of template.matchAll(SPEC)) {
    regex += escaped(template.slice(from, spec.index)) + regexOf(spec[0]);
    from = spec.index + spec[0].length;
  }
  return (regex + escaped(template.slice(from))).replaceAll(`${TEXT}${TEXT}`, TEXT);
}

/** The same for a search in whole lines: what may be anything at either end is left out, as it finds nothing that would not
 * be found without. */
export function searchRegex(template: string): string {
  return signatureRegex(template.replace(/^\[[a-z]{4,6}\]:? /, '').trim()).replace(/^(?:\.\*)+|(?:\.\*)+$/g, '');
}

const BEYOND_ASCII = /\P{ASCII}/gu;

/** The same for programs that search bytes: characters beyond ASCII by theirs. */
export function inBytes(regex: string): string {
  return regex.replace(BEYOND_ASCII, (character) =>
    [...Buffer.from(character)].map((byte) => `\\x${byte.toString(16)}`).join(''),
  );
}

/** A text that the format string can give: as short as its values can be. */
export function shortestText(template: string): string {
  return template.replace(SPEC, (spec) => ({ [TEXT]: 'x', [NUMBER]: '1', [HEX]: '1' })[regexOf(spec)] ?? regexOf(spec));
}

const escaped = (literal: string): string => literal.replace(SPECIAL, '\\$&').replace(/\s*\n\s*/g, ' ');

function regexOf(spec: string): string {
  const conversion = spec.at(-1) ?? '';
  if (conversion === '%') return '%';
  if (conversion === 'N' || conversion === 'Z') return '';
  if (conversion === 'p' || /[xX]/.test(spec)) return HEX;
  if ('idlDLAOPTMzr'.includes(conversion)) return NUMBER;
  return TEXT;
}
