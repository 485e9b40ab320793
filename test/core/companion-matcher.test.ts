import { expect, test } from 'vitest';
import type { Companion, CompanionPattern } from '../../src/core/companion.ts';
import { createCompanionMatcher } from '../../src/core/companion-matcher.ts';
import { compileKnowledge } from '../../src/core/compile-knowledge.ts';
import { sampleKnowledge } from './sample-knowledge.ts';

const pattern = (id: string, template: string, at: CompanionPattern['at'] = 'anywhere'): CompanionPattern => ({
  id,
  template,
  at,
  means: 'Something happened.',
  examples: [],
});

const companion = (program: string, ...patterns: readonly CompanionPattern[]): Companion => ({
  program,
  title: program,
  patterns,
  lookalikes: [],
});

const matcherFor = (...companions: readonly Companion[]) =>
  createCompanionMatcher(compileKnowledge(sampleKnowledge([], { companions })));

const matcherOf = (...patterns: readonly CompanionPattern[]) => matcherFor(companion('server', ...patterns));

test.for([
  ['a number', 'child {pid:number} died', 'child 42 died', { pid: '42' }],
  ['a word up to the literal', 'worker (pid:{pid:word}) died', 'worker (pid:a1) died', { pid: 'a1' }],
  ['a word at the end', 'listening on {address:word}', 'listening on [::]:80 now', { address: '[::]:80' }],
  ['text to the end', 'refused because {reason:text}', 'refused because it is full', { reason: 'it is full' }],
  [
    'text that holds the next literal',
    'open {file:text} ({code:number})',
    'open a (b) c (13)',
    { file: 'a (b) c', code: '13' },
  ],
  [
    'a word that holds the next literal',
    'pool {name:word}-{id:number} full',
    'pool a-b-7 full',
    { name: 'a-b', id: '7' },
  ],
  ['columns padded with spaces', 'Reason: Error {code:number}', 'Reason:      Error   7', { code: '7' }],
] as const)('reads %s', ([, template, line, values]) => {
  expect(matcherOf(pattern('line', template))(line)).toMatchObject([{ program: 'server', values }]);
});

test.for([
  ['a number hole meets letters', 'child {pid:number} died', 'child x died'],
  ['a word hole meets a space', 'child {name:word}) died', 'child a b) died'],
  ['a hole would be empty', 'child {name:text} died', 'child  died'],
  ['the first word goes on before it', 'worker timeout', 'subworker timeout'],
  ['the last word goes on after it', 'died of signal 6', 'died of signal 64'],
  ['the last number goes on after it', 'died of signal {signal:number}', 'died of signal 6x'],
  ['the line is cut off', 'child {pid:number} died', 'child 42'],
  ['the case differs', 'Main process exited', 'main process exited'],
] as const)('does not match when %s', ([, template, line]) => {
  expect(matcherOf(pattern('line', template))(line)).toEqual([]);
});

test('a pattern for the start of a message matches nowhere else', () => {
  const match = matcherOf(pattern('line', '{unit:word}: main process exited', 'start'));
  expect(match('shop.service: main process exited')).toMatchObject([{ values: { unit: 'shop.service' } }]);
  expect(match('said shop.service: main process exited')).toEqual([]);
});

test('does not believe what stands in quotes, for a client can write there', () => {
  const match = matcherOf(pattern('line', 'worker timeout'));
  expect(match('192.0.2.1 - - "GET /?worker timeout HTTP/1.1" 200 1 "-" "worker timeout"')).toEqual([]);
  expect(match('"quoted" worker timeout')).toHaveLength(1);
  expect(match('"worker timeout" and then worker timeout')).toHaveLength(1);
});

test('a template may open a quote itself', () => {
  const match = matcherOf(pattern('line', 'said: "fatal {reason:text}"'));
  expect(match('child said: "fatal "x" y"')).toMatchObject([{ values: { reason: '"x' } }]);
});

test('the most specific pattern of a program wins, whatever the order', () => {
  const general = pattern('killed', 'died of signal {signal:number}');
  const special = pattern('segfault', 'died of signal 11');
  for (const match of [matcherOf(general, special), matcherOf(special, general)]) {
    expect(match('died of signal 11').map((found) => found.pattern.id)).toEqual(['segfault']);
    expect(match('died of signal 9').map((found) => found.pattern.id)).toEqual(['killed']);
  }
});

test('each program gives its own match', () => {
  const match = matcherFor(
    companion('php', pattern('exception', 'Uncaught {message:text}')),
    companion('mysql', pattern('full', 'Too many connections')),
  );
  expect(match('Uncaught PDOException: Too many connections').map(({ program }) => program)).toEqual(['mysql', 'php']);
});

test.for([
  ['an unknown kind of hole', pattern('line', 'took {time:seconds} in all'), 'no hole'],
  ['two holes side by side', pattern('line', 'took {a:number}{b:word} in all'), 'a literal before'],
  ['a name used twice', pattern('line', 'took {a:number} of {a:number}'), 'used twice'],
  ['no whole word to look up', pattern('line', '{a:word}-{b:word}x', 'start'), 'no whole word'],
  ['a hole first, anywhere in a line', pattern('line', '{a:word} has died'), 'starts with a literal'],
] as const)('refuses a template with %s', ([, wrong, why]) => {
  expect(() => matcherOf(wrong)).toThrow(why);
});

test('a word of JavaScript’s own objects in a line finds nothing', () => {
  expect(matcherOf(pattern('line', 'worker timeout'))('__proto__ constructor toString')).toEqual([]);
});

test('gives up on a line that only ever begins the pattern', () => {
  const match = matcherOf(pattern('line', 'open {a:text} (b {c:word}, d {e:word}, f {g:text}) end'));
  const openings = 'open x (b y, d z, f '.repeat(100_000);
  expect(match(openings)).toEqual([]);
  expect(match(`${openings}) end`)).toEqual([]);
});
