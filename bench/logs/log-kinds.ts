import type { Knowledge } from '../../src/core/knowledge.ts';
import { accessLine } from './access-line.ts';
import { inEnvelope } from './envelope.ts';
import { createErrorLines } from './error-line.ts';
import type { LogLine } from './line.ts';
import { createCompanionLines, noiseLine } from './other-line.ts';
import { createRandom } from './random.ts';
import { distinctMessages, uniformLine } from './uniform-line.ts';

/** The lines that come next, one or more. */
export type NextLines = (index: number) => readonly LogLine[];

const SEED = 42;

/** The logs that everything is measured with. Each is the same, byte by byte, wherever it is made from the same knowledge.
 *
 * - `error`: an error log as a busy server writes it, few errors often and many seldom.
 * - `mixed`: half error lines, two fifths access lines, some of other programs, some noise; half of nginx's lines in the
 *   envelopes of containers, syslog and journald.
 * - `uniform`: every format string of the catalogue equally often, in their order, with ever new values.
 * - `access`: combined, with the timings that people add. */
export const LOG_KINDS = {
  error: ({ messages }: Knowledge): NextLines => createErrorLines(messages, createRandom(SEED)),
  mixed: createMixedLines,
  uniform: ({ messages }: Knowledge): NextLines => {
    const distinct = distinctMessages(messages);
    return (index) => [uniformLine(distinct, index)];
  },
  access: (): NextLines => {
    const random = createRandom(SEED);
    return (index) => [accessLine(index, random, true)];
  },
} as const;

export type LogKind = keyof typeof LOG_KINDS;

function createMixedLines({ messages, companions }: Knowledge): NextLines {
  const random = createRandom(SEED);
  const errorLines = createErrorLines(messages, random);
  const companionLine = createCompanionLines(companions, random);
  const wrapped = (lines: readonly LogLine[], index: number): readonly LogLine[] => {
    const [line] = lines;
    if (!line || lines.length > 1 || random.below(2) === 0) return lines;
    return [{ ...line, text: inEnvelope(line.text, index, random) }];
  };
  return (index) => {
    const kind = random.below(20);
    if (kind < 10) return wrapped(errorLines(index), index);
    if (kind < 18) return wrapped([accessLine(index, random, random.below(3) > 0)], index);
    return [kind === 18 ? companionLine() : noiseLine(index, random)];
  };
}
