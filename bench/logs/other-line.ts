import type { Companion } from '../../src/core/companion.ts';
import { clockOf } from './error-line.ts';
import type { LogLine } from './line.ts';
import type { Random } from './random.ts';

/** Lines of other programs that say something about a backend: the examples of `knowledge/companions/`. */
export function createCompanionLines(companions: readonly Companion[], random: Random): () => LogLine {
  const lines = companions.flatMap(({ patterns }) =>
    patterns.flatMap(({ id, examples }) =>
      examples.map((text): LogLine => ({ text, truth: { kind: 'companion', id } })),
    ),
  );
  return () => random.pick(lines);
}

/** A line that says nothing about nginx. */
export function noiseLine(index: number, random: Random): LogLine {
  const clock = clockOf(index);
  const text = random.pick([
    `debug: job ${index} took ${random.below(9_000)} ms, retries=${random.below(3)}`,
    `[${clock.slice(0, 10)} ${clock.slice(11, 19)}] app.INFO: cache warmed {"keys":${random.below(60_000)}} []`,
    `${clock.slice(0, 23).replace('T', ' ')} UTC [${random.below(60_000)}] LOG:  checkpoint starting: time`,
    `{"level":30,"time":${Date.parse(clock)},"pid":${random.below(60_000)},"msg":"cart saved","items":${random.below(9)}}`,
    `Nov 22 ${clock.slice(11, 19)} web1 CRON[${random.below(60_000)}]: (root) CMD (test -x /usr/sbin/anacron)`,
    `time="${clock}" level=info msg="sync finished" duration=${random.below(900)}ms`,
    `+ curl -fsS http://127.0.0.1:8080/healthz`,
    '',
  ]);
  return { text, truth: { kind: 'noise' } };
}
