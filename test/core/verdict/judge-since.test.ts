import { describe, expect, test } from 'vitest';
import { createEngine } from '../../../src/answer.ts';
import { runAll } from '../../../src/core/steps.ts';
import type { SinceFix } from '../../../src/core/verdict/since-fix.ts';
import { sampleCause, sampleEntry, sampleKnowledge, sampleSignature } from '../sample-knowledge.ts';

const lifecycle = sampleEntry('lifecycle', [sampleSignature('start worker processes')], [sampleCause('reload', 0)], {
  severity: 'harmless',
});
const engine = createEngine(
  sampleKnowledge([sampleEntry('refused', [sampleSignature('connect() failed')], [sampleCause('down', 0)]), lifecycle]),
);
const clock = (second: number): string => new Date((36_000 + second) * 1000).toISOString().slice(11, 19);
const error = (second: number, id: number) =>
  `2026/11/22 ${clock(second)} [error] 7#7: *${id} connect() failed (111: Connection refused) while connecting to upstream, client: 192.0.2.1, server: a.example, request: "GET /orders/${id} HTTP/1.1", upstream: "http://127.0.0.1:8080/orders/${id}", host: "a.example"`;
const access = (second: number, id: number, status: number, offset = '+0000') =>
  `192.0.2.1 - - [22/Nov/2026:${clock(second)} ${offset}] "GET /orders/${id} HTTP/1.1" ${status} 157 "-" "curl"`;
const started = (second: number) => `2026/11/22 ${clock(second)} [notice] 1#1: start worker processes`;

const at = (second: number, offset: number | null = null): SinceFix => ({
  at: { wall: Date.UTC(2026, 10, 22, 10) / 1000 + second, offset },
  machineZone: 0,
});
const RELOAD: SinceFix = { at: null, machineZone: 0 };
const names = (records: readonly { readonly at: readonly number[] }[]) =>
  records.map((one) => `#${one.at[0]}`).join(' ');

/** The verdict on files that are read whole, and on the same as a log that is summed up. */
function verdicts(files: readonly (readonly string[])[], since: SinceFix) {
  const log = engine.openLog(since);
  for (const file of files) {
    for (const line of file) log.add(line);
    log.endFile();
  }
  return [
    runAll(engine.answerFiles(files, since, names)).fixVerdicts[0],
    runAll(log.finish(names)).reply.fixVerdicts[0],
  ] as const;
}

/** Ten minutes: every tenth request fails for five of them, then nginx is reloaded. */
const ERRORS = [
  ...Array.from({ length: 300 }, (_, id) => error(id, id)).filter((_, id) => id % 10 === 0),
  started(300),
];
const ACCESS = Array.from({ length: 600 }, (_, id) => access(id, id, id < 300 && id % 10 === 0 ? 502 : 200));

describe.for([
  ['read whole', 0],
  ['summed up', 1],
] as const)('files that are %s', ([, index]) => {
  const judge = (files: readonly (readonly string[])[], since: SinceFix) => verdicts(files, since)[index];

  test.for([
    ['the error log first', [ERRORS, ACCESS]],
    ['the access log first', [ACCESS, ERRORS]],
  ] as const)('tell that a reload fixed it, with %s', ([, files]) => {
    expect(judge(files, RELOAD)).toMatchObject({ kind: 'fixed', passed: 299, failed: 0, since: { source: 'noted' } });
  });

  test('tell it from a time as well, on the log’s clock or with an offset', () => {
    expect(judge([ERRORS, ACCESS], at(300))).toMatchObject({ kind: 'fixed', passed: 299, since: { at: '10:05:00' } });
    expect(judge([ERRORS, ACCESS], at(300, 0))).toMatchObject({ kind: 'fixed', passed: 299 });
  });

  test('tell that it still fails after a time that was too early', () => {
    const judged = judge([ERRORS, ACCESS.slice(0, 295)], at(100));
    expect(judged).toMatchObject({ kind: 'still-failing', failed: 19 });
    expect(judged?.says).toContain(`the same error at ${clock(110)} (#12), 19 times since the change`);
  });

  test('tell how often it failed before, so that a few requests prove nothing', () => {
    expect(judge([ERRORS, ACCESS.slice(0, 306)], at(300))).toMatchObject({
      kind: 'not-decidable',
      passed: 5,
      says: expect.stringContaining('10 % of them failed, so about 31 in a row would show it'),
    });
  });

  test('are judged, too, where all of them are from after the change', () => {
    expect(judge([[error(400, 1)]], at(300))).toMatchObject({ kind: 'still-failing' });
  });

  test('hold nothing to judge where nginx logged no reload', () => {
    expect(judge([[error(1, 1)], ACCESS], RELOAD)).toBeUndefined();
  });

  test('in another zone than the time are compared by the offset of the access log', () => {
    const local = [error(7_200, 1), ...Array.from({ length: 40 }, (_, id) => access(7_500 + id, id, 200, '+0200'))];
    expect(judge([[...local, access(7_200, 1, 502, '+0200')]], at(240, 0))).toMatchObject({
      kind: 'fixed',
      passed: 40,
    });
  });

  test('may hold what curl printed', () => {
    expect(judge([[error(1, 1)], ['HTTP/1.1 200 OK']], at(300))).toMatchObject({ kind: 'fixed', passed: 1 });
  });
});

test('a log of any length needs bounded memory, and is never taken for fixed because of that', () => {
  const log = engine.openLog(at(6_000));
  for (let second = 0; second < 10_000; second += 1) {
    log.add(access(second, second, 200));
    if (second % 10 === 0) log.add(error(second, second));
  }
  const [verdict] = runAll(log.finish(names)).reply.fixVerdicts;
  expect(verdict).toMatchObject({ kind: 'still-failing', failed: 399 });
});

test('a line that is cut at the end of one file does not go on in the next', () => {
  const cut = error(1, 1).slice(0, -40);
  const [reply] = [
    runAll(engine.answerFiles([[cut], ['GET /other HTTP/1.1", upstream: "http://10.0.0.9:1/"']], null, names)),
  ];
  expect(reply.answers[0]?.facts.get('upstream.address')).not.toBe('10.0.0.9:1');
});
