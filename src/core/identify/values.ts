import { hasBelow, itemsAlong, openTree } from './open-tree.ts';
import { plantPrefixTree } from './prefix-tree.ts';
import type { Template } from './template.ts';

/** Values that can be seen without knowing the format string: what follows the slash of a path behind a space or a quote, and a number
 * that is no errno. Longer numbers are not taken for the number of a line, so they are left as they are. */
const VALUE = /(?<=(?<=[ "])\/)[\w./~%+=@-]*|(?<![\d(])\d{1,7}(?!\d)/g;
const PATH = /[\w./~%+=@-]*/y;
const NUMBER = /\d{1,7}(?!\d)/y;
const AT_PATH = /[ "]\/$/;
const DIGIT = /\d/;
const STARTS_PATH = /[ "]\//;
const IN_PATH = /^[\w./~%+=@-]/;

/** A message taken apart at its paths and numbers. */
export interface Shape {
  /** What stands before, between and behind the values; always one more than values. */
  readonly words: readonly string[];
  /** Which of the values are in a path. */
  readonly inPath: readonly boolean[];
}

/** Takes a message apart. */
export function shapeOf(message: string): Shape {
  const words: string[] = [];
  const inPath: boolean[] = [];
  let from = 0;
  for (const { 0: value, index } of message.matchAll(VALUE)) {
    words.push(message.slice(from, index));
    inPath.push(AT_PATH.test(message.slice(0, index)));
    from = index + value.length;
  }
  return { words: [...words, message.slice(from)], inPath };
}

/** True for a message that has the same words, whatever its values are. The last words are compared first, for they hold the system's
 * error. */
export function hasShape(message: string, { words, inPath }: Shape): boolean {
  const last = inPath.length;
  const end = words[last] ?? '';
  const endAt = message.length - end.length;
  if (message.slice(endAt) !== end) return false;
  let at = 0;
  for (let index = 0; index < last; index += 1) {
    const before = words[index] ?? '';
    const from = at + before.length;
    if (message.slice(at, from) !== before) return false;
    at = endOfValue(message, from, inPath[index] ? PATH : NUMBER);
    if (at < 0) return false;
  }
  return at === endAt;
}

function endOfValue(message: string, from: number, kind: RegExp): number {
  kind.lastIndex = from;
  return kind.test(message) ? kind.lastIndex : -1;
}

/** Which of the templates are steady: neither they nor others that start like them can have words of their own inside a path or a
 * number, so that all messages that differ in those alone fit the same templates. */
export function steadyAmong(templates: readonly Template[]): readonly boolean[] {
  const others = templates.filter((template) => startOf(template) !== '' && mayReachIntoValue(template));
  const unsteady = openTree(plantPrefixTree(others.map((template, item) => ({ prefix: startOf(template), item }))));
  return templates.map((template) => {
    const start = startOf(template);
    return start !== '' && itemsAlong(unsteady, start, 0).length === 0 && !hasBelow(unsteady, start);
  });
}

const startOf = ({ literals }: Template): string => literals[0] ?? '';

/** Words of the template could stand inside of a value, begin or end there, or two of its holes share one. */
function mayReachIntoValue({ literals, holes }: Template): boolean {
  return literals.some((words, at) => {
    const isBetween = at > 0 && at < holes.length;
    return (
      (isBetween && words === '') ||
      DIGIT.test(words) ||
      STARTS_PATH.test(words) ||
      (holes[at - 1] === 'text' && IN_PATH.test(words))
    );
  });
}
