import { expect, test } from 'vitest';
import { createAnswer } from '../../../src/answer.ts';
import { sampleCause, sampleEntry, sampleKnowledge, sampleSignature } from '../sample-knowledge.ts';

const answer = createAnswer(
  sampleKnowledge([
    sampleEntry('lua', [sampleSignature('lua entry thread aborted: runtime error: %s\n%s')], [sampleCause('one', 0)]),
    sampleEntry(
      'waf',
      [sampleSignature('ModSecurity: Warning. %s [file "%s"] [line "%d"] [id "%d"] %s')],
      [sampleCause('one', 0)],
    ),
  ]),
);

const factsOf = (paste: string): Readonly<Record<string, string>> =>
  Object.fromEntries(answer(paste).answers[0]?.facts ?? []);

test('reads file and line of lua code, and where it ran', () => {
  const line =
    '2026/11/22 10:15:42 [error] 7#7: *1 lua entry thread aborted: runtime error: /app/lua/auth.lua:12: no token, context: ngx.timer, client: 192.0.2.1, server: 0.0.0.0:443';
  expect(factsOf(line)).toMatchObject({
    file: '/app/lua/auth.lua',
    fileDir: '/app/lua',
    fileLine: '12',
    context: 'ngx.timer',
    client: '192.0.2.1',
  });
});

test('reads the number of a firewall’s rule, and not one that a client put into a later value', () => {
  const line =
    '2026/11/22 10:15:42 [info] 7#7: *1 ModSecurity: Warning. Matched "x" [file "/etc/a.conf"] [line "5"] [id "941100"] [data "[id "1"]"], client: 192.0.2.1, server: a.example, request: "GET / HTTP/1.1", host: "a.example"';
  expect(factsOf(line)).toMatchObject({ ruleId: '941100', client: '192.0.2.1' });
});
