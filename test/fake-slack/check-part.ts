import type { Rule, Shape } from './block-rules.ts';
import { IMAGE_ELEMENT, SHAPES } from './block-shapes.ts';
import { isObject, type JsonObject } from './json.ts';

/** Types whose objects carry no `type` field of their own. */
const UNTYPED = new Set(['confirm', 'option', 'feedback_button']);
const NONE: readonly string[] = [];

/** The problems of a value under a rule, each with its place as a JSON pointer; empty when there are none. */
export function checkRule(value: unknown, rule: Rule, at: string): readonly string[] {
  switch (rule.is) {
    case 'anything':
      return NONE;
    case 'boolean':
      return typeof value === 'boolean' ? NONE : problem('must be a boolean', at);
    case 'one-of': {
      const known = typeof value === 'string' && rule.values.includes(value);
      return known ? NONE : problem(`must be one of ${rule.values.join(', ')}`, at);
    }
    case 'number':
      return checkNumber(value, rule.min ?? -Infinity, rule.max ?? Infinity, at);
    case 'string':
      return checkLength(value, rule.min ?? 0, rule.max ?? Infinity, at);
    case 'text':
      return checkText(value, rule.max, rule.plain === true, at);
    case 'list':
      return checkList(value, rule, at);
    case 'part':
      return checkPart(value, rule.of, at);
  }
}

/** The problems of a block or element, which must be of one of the types and hold only what its shape allows. */
export function checkPart(value: unknown, types: readonly string[], at: string): readonly string[] {
  if (!isObject(value)) return problem('must be an object', at);
  const untyped = types.find((type) => UNTYPED.has(type));
  const type = untyped ?? String(value.type);
  if (!types.includes(type)) return problem(`unsupported type: ${type}`, `${at}/type`);
  if (type === 'plain_text' || type === 'mrkdwn') return checkText(value, 2000, false, at);
  const shape = type === 'image' && !/blocks\/\d+$/.test(at) ? IMAGE_ELEMENT : SHAPES.get(type);
  return shape ? checkFields(value, shape, at) : problem(`unsupported type: ${type}`, `${at}/type`);
}

function checkFields(value: JsonObject, shape: Shape, at: string): readonly string[] {
  const missing = shape.required.filter((key) => value[key] === undefined);
  return [
    ...missing.flatMap((key) => problem(`missing required field: ${key}`, at)),
    ...Object.entries(value).flatMap(([key, held]) => checkField(key, held, shape, at)),
  ];
}

function checkField(key: string, held: unknown, shape: Shape, at: string): readonly string[] {
  if (key === 'type') return NONE;
  const rule = shape.fields[key];
  if (rule) return checkRule(held, rule, `${at}/${key}`);
  return key === 'block_id' ? checkLength(held, 0, 255, `${at}/${key}`) : unexpected(key, at);
}

function checkText(value: unknown, max: number, plain: boolean, at: string): readonly string[] {
  if (!isObject(value)) return problem('must be an object', at);
  const isPlain = value.type === 'plain_text';
  const fits = isPlain || (!plain && value.type === 'mrkdwn');
  const allowed = ['type', 'text', isPlain ? 'emoji' : 'verbatim'];
  return [
    ...(fits ? NONE : problem(`must be ${plain ? 'plain_text' : 'plain_text or mrkdwn'}`, `${at}/type`)),
    ...Object.keys(value).flatMap((key) => (allowed.includes(key) ? NONE : unexpected(key, at))),
    ...checkLength(value.text, 1, max, `${at}/text`),
  ];
}

function checkList(value: unknown, { min = 0, max = Infinity, of }: Extract<Rule, { is: 'list' }>, at: string) {
  if (!Array.isArray(value)) return problem('must be an array', at);
  return [
    ...(value.length < min ? problem(`must have at least ${min} items`, at) : NONE),
    ...(value.length > max ? problem(`must have at most ${max} items`, at) : NONE),
    ...value.flatMap((item: unknown, index) => checkRule(item, of, `${at}/${index}`)),
  ];
}

function checkLength(value: unknown, min: number, max: number, at: string): readonly string[] {
  if (typeof value !== 'string') return problem('must be a string', at);
  const { length } = value;
  if (length < min) return problem(`must be more than ${min - 1} characters`, at);
  return length > max ? problem(`must be less than ${max + 1} characters, has ${length}`, at) : NONE;
}

function checkNumber(value: unknown, min: number, max: number, at: string): readonly string[] {
  if (typeof value !== 'number') return problem('must be a number', at);
  return value < min || value > max ? problem(`must be from ${min} to ${max}`, at) : NONE;
}

function unexpected(key: string, at: string): readonly string[] {
  return problem(`invalid additional property: ${key}`, at);
}

function problem(what: string, at: string): readonly string[] {
  return [`${what} [json-pointer:${at}]`];
}
