import { type Basis, NUMBER } from './basis.ts';
import type { Fault } from './fault.ts';
import { findReferred, REFERENCE } from './reference.ts';

const PSEUDONYM = /\b(?:client|site|upstream|path|file|user|zone|resolver)-\d+\b/g;
const SNAKE = /\b[a-z][a-z0-9]*(?:_[a-z0-9]+)+\b/gi;
const CODE = /`([^`]*)`/g;
const PATH = /(?<![\w.])~?\/[\w.~-]+/;
const HOST = /\b[a-z0-9][a-z0-9-]*(?:\.[a-z0-9-]+)*\.[a-z]{2,24}\b/gi;
const ADDRESS = /\b\d{1,3}(?:\.\d{1,3}){3}\b|(?<![\w:])(?:[0-9a-f]{0,4}:){2,7}[0-9a-f]{0,4}(?![\w:])/i;
const NUMBER_WORDS: ReadonlyMap<string, string> = new Map([
  ...'three four five six seven eight nine ten eleven twelve'
    .split(' ')
    .map((word, at) => [word, `${at + 3}`] as const),
  ...'twenty thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .map((word, at) => [word, `${at + 2}0`] as const),
  ['fifteen', '15'],
  ['hundred', '100'],
  ['thousand', '1000'],
  ['percent', '%'],
]);

/** The first thing that a sentence claims and the basis doesn't hold; null when all of it is held. */
export function findClaimFault(sentence: string, basis: Basis): Fault | null {
  const references = [...sentence.matchAll(REFERENCE)].map((found) => found[1] ?? '');
  if (references.some((reference) => findReferred(reference, basis.answer) === null)) return 'unknown-id';
  const prose = sentence.replace(REFERENCE, '');
  if ([...prose.matchAll(PSEUDONYM)].some(([name]) => basis.pseudonyms.valueOf(name) === null)) return 'unknown-name';
  const plain = prose.replace(PSEUDONYM, '');
  if (hasUnknownDirective(plain, basis)) return 'unknown-directive';
  if (hasUnknownPlace(plain, basis)) return 'unknown-place';
  return hasUnknownNumber(plain, basis) ? 'unknown-number' : null;
}

/** A directive must be one of the official reference or of the entry, and the entry must speak of it. */
function hasUnknownDirective(plain: string, { trusted, isDirective }: Basis): boolean {
  const codes = [...plain.matchAll(CODE)].map((found) => (found[1] ?? '').trim().toLowerCase());
  const names = [...plain.matchAll(SNAKE)].map(([name]) => name.toLowerCase());
  if (codes.some((code) => !trusted.includes(code))) return true;
  return names.some((name) => !trusted.includes(name) || (looksLikeDirective(name) && !isDirective(name)));
}

const FAMILIES =
  /^(?:proxy|fastcgi|uwsgi|scgi|grpc|client|keepalive|worker|ssl|limit|send|large_client|upstream|error|access)_/;
const looksLikeDirective = (name: string): boolean => FAMILIES.test(name);

function hasUnknownPlace(plain: string, { trusted, sites }: Basis): boolean {
  if (ADDRESS.test(plain)) return true;
  const path = PATH.exec(plain)?.[0];
  if (path !== undefined && !trusted.includes(path.toLowerCase())) return true;
  return [...plain.matchAll(HOST)].some(
    ([host]) => !sites.has(host.toLowerCase()) && !trusted.includes(host.toLowerCase()),
  );
}

function hasUnknownNumber(plain: string, { numbers }: Basis): boolean {
  const digits = [...plain.matchAll(NUMBER)].map(([number]) => number);
  const words = plain
    .toLowerCase()
    .split(/[^a-z]+/)
    .flatMap((word) => NUMBER_WORDS.get(word) ?? []);
  return /%/.test(plain) || [...digits, ...words].some((number) => !numbers.has(number));
}
