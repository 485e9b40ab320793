import type { Message } from '../../src/core/message.ts';
import type { Level } from '../../src/core/records/error-head.ts';
import { contextOf } from './context.ts';
import { errnoSuffix } from './errnos.ts';
import type { LogLine } from './line.ts';
import type { Random } from './random.ts';
import { compileWords, USUAL_ERRORS, type UsualError } from './usual-errors.ts';
import { drawValues, type Values } from './values.ts';

const EXPONENT = 1.1;

/** Draws lines of the usual errors, the first of them far more often. An error that goes over several lines comes as such. */
export function createErrorLines(messages: readonly Message[], random: Random): (index: number) => readonly LogLine[] {
  const usual = USUAL_ERRORS.map((error) => ({
    error,
    fill: compileWords(error.words),
    message: messageOf(error, messages),
  }));
  return (index) => {
    const { error, fill, message } = usual[random.zipf(usual.length, EXPONENT)] ?? random.pick(usual);
    const values = drawValues(random);
    return toLines(error, fill(values), message, index, values);
  };
}

function toLines(
  error: UsualError,
  filled: string,
  message: Message,
  index: number,
  values: Values,
): readonly LogLine[] {
  const { level, place, errno, ssl, action = '' } = error;
  const words =
    filled +
    (ssl === undefined ? '' : ` (SSL: ${ssl})`) +
    (errno === undefined ? '' : errnoSuffix(errno)) +
    (action === '' ? '' : ` while ${action}`);
  const connection = place === 'none' ? null : 1_000 + index;
  const scheme = place === 'http' || place === 'https' || place === 'fastcgi' ? place : null;
  const truth = { message, level, errno: errno ?? null, action, scheme, block: null, filled, words };
  const [first = '', ...rest] =
    `${errorHead(index, level, 7 + values.below(4), connection)}${words}${contextOf(place, values)}`.split('\n');
  return [
    { text: first, truth: { kind: 'error', error: truth } },
    ...rest.map((text): LogLine => ({ text, truth: { kind: 'rest' } })),
  ];
}

/** The place in the catalogue that logs it. Throws for a format string that the catalogue has no longer. */
function messageOf({ template }: UsualError, messages: readonly Message[]): Message {
  const message = messages.find((one) => one.template === template && !one.abstract && one.kind === 'runtime');
  if (!message) throw new Error(`bench/logs/usual-errors.ts: the catalogue has no message ${template}`);
  return message;
}

const START = Date.UTC(2026, 10, 22);
const MS_A_LINE = 20;

/** `2026-11-22T10:15:42.120Z` of a line. */
export const clockOf = (index: number): string => new Date(START + index * MS_A_LINE).toISOString();

/** `2026/11/22 10:15:42 [error] 7#7: *1 `. Source: nginx src/core/ngx_log.c ngx_log_error_core. */
export function errorHead(index: number, level: Level, pid: number, connection: number | null): string {
  const clock = clockOf(index);
  const time = `${clock.slice(0, 4)}/${clock.slice(5, 7)}/${clock.slice(8, 10)} ${clock.slice(11, 19)}`;
  return `${time} [${level}] ${pid}#${pid}: ${connection === null ? '' : `*${connection} `}`;
}
