import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { split } from 'shlex';
import { parse } from 'unbash';
import { expect, test } from 'vitest';
import { fillChange, fillCommand, fillSentence } from '../../../src/core/fill/fill-in.ts';

const values = (entries: Record<string, string>): ReadonlyMap<string, string> => new Map(Object.entries(entries));

test.for([
  ['a plain value', 'ss -ltn sport = :{upstream.port}', { 'upstream.port': '8080' }, 'ss -ltn sport = :8080'],
  ['a value with shell characters', 'curl {url}', { url: 'http://a/?x=$(id)' }, "curl 'http://a/?x=$(id)'"],
  ['a value in a word', 'curl http://{upstream.address}/', { 'upstream.address': 'a;b' }, "curl http://'a;b'/"],
  ['a safe value in single quotes', "grep '^{minute}'", { minute: '2026/11/22 10:15' }, "grep '^2026/11/22 10:15'"],
  ['an unsafe value in single quotes', "grep '^{minute}'", { minute: "x'; id; '" }, "grep '^<minute>'"],
  ['a missing value', 'ss -ltn sport = :{upstream.port}', {}, "ss -ltn sport = :'<upstream-port>'"],
  ['a blank for the reader', 'journalctl -u {?backend-unit}', {}, "journalctl -u '<backend-unit>'"],
  ['a value that starts with a dash', 'stat {file}', { file: '-rf' }, "stat '<file>'"],
  ['a mask', 'ping {upstream.host}', { 'upstream.host': '10.0.xx.xx' }, "ping '<upstream-host>'"],
  ['a value with a line feed', 'stat {file}', { file: '/a\nid' }, "stat '<file>'"],
  ['curl’s own braces', "curl -w '%{http_code}' {url}", { url: 'http://a/' }, "curl -w '%{http_code}' http://a/"],
  ['awk’s own braces', "awk '{print $1}' {file}", { file: '/a' }, "awk '{print $1}' /a"],
] as const)('fills a command: %s', ([, command, given, expected]) => {
  expect(fillCommand(command, values(given))).toBe(expected);
});

test('a value outside the plain alphabet never reaches a configuration', () => {
  const change = 'server_name {server};';
  expect(fillChange(change, values({ server: 'a.example' }))).toBe('server_name a.example;');
  expect(fillChange(change, values({ server: 'a; } http { evil' }))).toBe('server_name <server>;');
});

test('a value in a sentence is one code span', () => {
  expect(fillSentence('Look at {file} now.', values({ file: '/a`b' }))).toBe("Look at `/a'b` now.");
  expect(fillSentence('Run `ls {file}`.', values({ file: '/a' }))).toBe('Run `ls /a`.');
});

const COMMANDS = [
  "curl -sS -o /dev/null -w '%{http_code} after %{time_total} s\\n' -X {method} {url}",
  'curl http://{upstream.address}/ -H Host:{host}',
  'journalctl -u {?backend-unit} --since {since} --until {until} --no-pager',
  "grep -c '{day}' {file} | head -n 1",
  'namei -l {upstream.socket}',
];
const NAMES = ['method', 'url', 'upstream.address', 'host', 'since', 'until', 'day', 'file', 'upstream.socket'];

const nasty = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({
    unit: fc.constantFrom(
      "'",
      '"',
      '`',
      '$',
      '(',
      ')',
      '\\',
      '\n',
      ';',
      '&',
      '|',
      '<',
      '>',
      '-',
      ' ',
      '\0',
      '!',
      '{',
      '}',
      '#',
      '~',
      '*',
    ),
  }),
  fc.constantFrom('$(id)', '`id`', "'; id; '", '"; id; "', '-rf', '\u2028', `${'x'.repeat(10_000)}'`),
);

test('whatever fills a command, it stays one command with the same words', () => {
  const words = COMMANDS.map((command) => split(fillCommand(command, new Map())).length);
  fc.assert(
    fc.property(fc.array(nasty, { minLength: NAMES.length, maxLength: NAMES.length }), (given) => {
      const filling = new Map(NAMES.map((name, index) => [name, given[index] ?? '']));
      COMMANDS.forEach((command, index) => {
        const filled = fillCommand(command, filling);
        expect(split(filled)).toHaveLength(words[index] ?? -1);
        const script = parse(filled);
        expect(script.errors ?? []).toEqual([]);
        expect(script.commands).toHaveLength(1);
      });
    }),
    { numRuns: 500 },
  );
});

test('bash takes filled commands as they are', () => {
  const given = fc.sample(fc.array(nasty, { minLength: NAMES.length, maxLength: NAMES.length }), {
    numRuns: 60,
    seed: 7,
  });
  const scripts = given.flatMap((one) => {
    const filling = new Map(NAMES.map((name, index) => [name, one[index] ?? '']));
    return COMMANDS.map((command) => fillCommand(command, filling));
  });
  expect(() => execFileSync('bash', ['-n'], { input: scripts.join('\n') })).not.toThrow();
});
