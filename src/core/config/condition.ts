import { type MeasureKind, parseMeasure } from './measure.ts';

/** A question about the value of a directive, such as `proxy_read_timeout<60s`. */
export interface Condition {
  /** `*_read_timeout` stands for that of the family of the pass: `proxy_read_timeout`, `fastcgi_read_timeout`. */
  readonly directive: string;
  /** `~`: one of the arguments holds the text. */
  readonly operator: '<' | '<=' | '>' | '>=' | '=' | '!=' | '~';
  readonly value: string;
}

const CONDITION = /^((?:\*_)?[a-z][a-z0-9_]{1,60})(<=|>=|!=|<|>|=|~)(.{1,100})$/;

/** Null where the text is no condition. */
export function parseCondition(text: string): Condition | null {
  const [, directive, sign, value] = CONDITION.exec(text) ?? [];
  const operator = (['<', '<=', '>', '>=', '=', '!=', '~'] as const).find((one) => one === sign);
  return directive !== undefined && operator !== undefined && value !== undefined
    ? { directive, operator, value: value.trim() }
    : null;
}

/** True where the arguments fulfil the condition; values that are no measures (variables) fulfil no comparison. `=` compares all
 * arguments, or the first as a measure. */
export function fulfils(args: readonly string[], { operator, value }: Condition, kind: MeasureKind | null): boolean {
  if (operator === '~') return args.some((arg) => arg.includes(value));
  const [own, wanted] = kind ? [parseMeasure(args[0] ?? '', kind), parseMeasure(value, kind)] : [null, null];
  if (own === null || wanted === null) {
    const isEqual = args.join(' ').toLowerCase() === value.toLowerCase();
    return operator === '=' ? isEqual : operator === '!=' && !isEqual && !args.join('').includes('$');
  }
  return COMPARE[operator](own, wanted);
}

const COMPARE = {
  '<': (a: number, b: number) => a < b,
  '<=': (a: number, b: number) => a <= b,
  '>': (a: number, b: number) => a > b,
  '>=': (a: number, b: number) => a >= b,
  '=': (a: number, b: number) => a === b,
  '!=': (a: number, b: number) => a !== b,
} as const;
