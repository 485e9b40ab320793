import { describe, expect, test } from 'vitest';
import { createAnswer } from '../../../src/answer.ts';
import type { Timeline } from '../../../src/core/timeline/timeline.ts';
import { loadCompiledKnowledge } from '../../../src/knowledge/load-compiled.ts';

const answer = createAnswer(await loadCompiledKnowledge());

const refused = (time: string): string =>
  `2026/11/22 ${time} [error] 7#7: *1 connect() failed (111: Connection refused) while connecting to upstream, client: 192.0.2.1, server: www.example.com, request: "GET / HTTP/1.1", upstream: "http://127.0.0.1:8080/", host: "www.example.com"`;
const notice = (time: string, words: string): string => `2026/11/22 ${time} [notice] 1#1: ${words}`;
const lines = (count: number, time: string): readonly string[] => Array.from({ length: count }, () => refused(time));

const timelineOf = (...pasted: readonly string[]): Timeline | null => answer(pasted.join('\n')).timeline;

describe('there is no plot of', () => {
  test.for([
    ['a few lines', lines(9, '10:00:00').concat(refused('10:30:00')).slice(1)],
    ['many lines within two minutes', lines(20, '10:00:00').concat(lines(20, '10:01:59'))],
    ['lines without a time', lines(20, '10:00:00').map((line) => line.slice(20))],
    ['nothing', ['hello']],
  ] as const)('%s', ([, pasted]) => {
    expect(timelineOf(...pasted)).toBeNull();
  });
});

test('each minute has its lines, those in between have none', () => {
  const timeline = timelineOf(...lines(5, '10:00:10'), ...lines(4, '10:00:59'), ...lines(3, '10:03:00'));
  expect(timeline).toMatchObject({ from: '2026/11/22 10:00', until: '2026/11/22 10:04', stepMinutes: 1 });
  expect(timeline?.series).toMatchObject([{ name: 'upstream-connection-refused', counts: [9, 0, 0, 3] }]);
});

test('a longer time has longer steps, and never more than sixty', () => {
  const timeline = timelineOf(...lines(5, '08:00:00'), ...lines(6, '13:00:00'));
  expect(timeline?.stepMinutes).toBe(10);
  expect(timeline?.series[0]?.counts).toHaveLength(31);
});

test('it crosses midnight', () => {
  const after = refused('00:02:00').replace('11/22', '11/23');
  const timeline = timelineOf(...lines(9, '23:58:00'), ...Array.from({ length: 3 }, () => after));
  expect(timeline?.series[0]?.counts).toEqual([9, 0, 0, 0, 3]);
});

test('the start of the trouble and restarts are marked, with their lines', () => {
  const timeline = timelineOf(
    notice('10:00:00', 'start worker processes'),
    ...lines(10, '10:01:30'),
    notice('10:03:00', 'signal 1 (SIGHUP) received from 12, reconfiguring'),
    notice('10:03:00', 'reconfiguring'),
    ...lines(2, '10:04:00'),
  );
  expect(timeline?.marks).toEqual([
    { kind: 'trouble', step: 0, at: '2026/11/22 10:01:30', line: 2 },
    { kind: 'restart', step: 2, at: '2026/11/22 10:03:00', line: 12 },
  ]);
});

test('a restart of the backend is marked, too', () => {
  const restarted = 'Nov 22 10:02:00 web systemd[1]: shop.service: Scheduled restart job, restart counter is at 3.';
  const timeline = timelineOf(...lines(10, '10:01:30'), restarted, ...lines(2, '10:04:00'));
  expect(timeline?.marks.map(({ kind }) => kind)).toContain('trouble');
});

test('harmless lines are not plotted', () => {
  const timeline = timelineOf(
    ...lines(10, '10:01:30'),
    notice('10:02:00', 'signal process started'),
    ...lines(2, '10:04:00'),
  );
  expect(timeline?.series).toHaveLength(1);
});
