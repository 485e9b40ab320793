import type { ExplanationPart } from '../../core/reply/explanation-part.ts';
import type { Pseudonyms } from '../redact/pseudonyms.ts';
import type { Basis } from './basis.ts';
import { findReferred, REFERENCE } from './reference.ts';

const LONGEST_VALUE = 80;
const MARK = new RegExp(
  `${REFERENCE.source}|\\b((?:client|site|upstream|path|file|user|zone|resolver)-\\d+)\\b|\`([^\`]*)\``,
  'g',
);

/** A judged sentence with references and pseudonyms resolved. */
export function toParts(sentence: string, { answer, pseudonyms }: Basis): readonly ExplanationPart[] {
  const parts: ExplanationPart[] = [];
  let from = 0;
  for (const found of sentence.matchAll(MARK)) {
    const part = toPart(found, answer, pseudonyms);
    if (!part) continue;
    if (found.index > from) parts.push({ kind: 'text', text: sentence.slice(from, found.index) });
    parts.push(part);
    from = found.index + found[0].length;
  }
  return from < sentence.length ? [...parts, { kind: 'text', text: sentence.slice(from) }] : parts;
}

function toPart(
  [, reference, name, code]: RegExpExecArray,
  answer: Basis['answer'],
  pseudonyms: Pseudonyms,
): ExplanationPart | null {
  if (code !== undefined) return { kind: 'code', text: code };
  if (name !== undefined) {
    const value = pseudonyms.valueOf(name);
    return value === null ? null : { kind: 'value', text: shorten(value) };
  }
  const referred = findReferred(reference ?? '', answer);
  return referred && { kind: 'title', text: referred.title };
}

const UNSEEN = /\p{C}|\p{Zl}|\p{Zp}/gu;

function shorten(value: string): string {
  const seen = value.replace(UNSEEN, '');
  return seen.length > LONGEST_VALUE ? `${seen.slice(0, LONGEST_VALUE - 1)}…` : seen;
}
