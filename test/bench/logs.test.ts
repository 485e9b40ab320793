import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { ErrorTruth, LogLine } from '../../bench/logs/line.ts';
import { LOG_KINDS, type LogKind } from '../../bench/logs/log-kinds.ts';
import { readLabels } from '../../bench/logs/prepare-log.ts';
import { createRandom } from '../../bench/logs/random.ts';
import { resizeKnowledge } from '../../bench/logs/resize-knowledge.ts';
import { createRightNames } from '../../bench/logs/right-names.ts';
import { distinctMessages } from '../../bench/logs/uniform-line.ts';
import { writeLog } from '../../bench/logs/write-log.ts';
import { signatureRegex } from '../../bench/peers/signature-regex.ts';
import { compileKnowledge } from '../../src/core/compile-knowledge.ts';
import { createCatalogue } from '../../src/core/identify/catalogue.ts';
import { identifyRecord } from '../../src/core/identify/identify-record.ts';
import type { Knowledge } from '../../src/core/knowledge.ts';
import { splitPaste } from '../../src/core/paste/split-paste.ts';
import { readErrorLine } from '../../src/core/records/read-error.ts';
import { loadCompiledKnowledge } from '../../src/knowledge/load-compiled.ts';

const knowledge = await loadCompiledKnowledge();
const catalogue = createCatalogue(compileKnowledge(knowledge));
const rightNames = createRightNames(knowledge);
const KINDS: readonly LogKind[] = ['error', 'mixed', 'uniform', 'access'];
const ALL_TEMPLATES = distinctMessages(knowledge.messages).length;

const folder = mkdtempSync(join(tmpdir(), 'nginx-why-bench-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

function linesOf(kind: LogKind, count: number, known: Knowledge = knowledge): readonly LogLine[] {
  const next = LOG_KINDS[kind](known);
  return Array.from({ length: count }, (_, index) => next(index)).flat();
}

test('random numbers are the same on every machine', () => {
  const random = createRandom(42);
  expect(Array.from({ length: 5 }, () => random.below(1_000))).toEqual([2, 660, 110, 849, 875]);
});

test.for(KINDS)('a log is the same, byte by byte, whenever it is made: %s', (kind) => {
  expect(linesOf(kind, 3_000)).toEqual(linesOf(kind, 3_000));
});

test('an error log has every usual error, the first ones far more often', () => {
  const counts = Map.groupBy(linesOf('error', 20_000), ({ truth }) =>
    truth.kind === 'error' ? truth.error.message.template : truth.kind,
  );
  expect(counts.get('open() "%s" failed')?.length).toBeGreaterThan(3_000);
  expect(counts.get('mkdir() "%s" failed')?.length).toBeGreaterThan(10);
});

test('a mixed log has nginx bare and in envelopes, other programs, and noise', () => {
  const lines = linesOf('mixed', 5_000);
  expect([...new Set(lines.map(({ truth }) => truth.kind))].toSorted()).toEqual([
    'access',
    'companion',
    'error',
    'noise',
    'rest',
  ]);
  for (const start of ['web-1  | 2026', '{"log":"2026', '<187>Nov 22', '2026/11/22', 'Nov 22'])
    expect(lines.some(({ text }) => text.startsWith(start))).toBe(true);
});

test('a uniform log has every format string of the catalogue equally often', () => {
  const counts = Map.groupBy(linesOf('uniform', 2 * ALL_TEMPLATES), ({ truth }) =>
    truth.kind === 'error' ? truth.error.message.template : '',
  );
  expect(counts.size).toBe(ALL_TEMPLATES);
  expect([...counts.values()].every(({ length }) => length === 2)).toBe(true);
});

describe('the label of every line is right', () => {
  test.for([
    ['error', 1_500],
    ['uniform', ALL_TEMPLATES],
  ] as const)('its message has the form of its format string: %s log', ([kind, count]) => {
    const wrong = linesOf(kind, count).filter(({ text, truth }) => {
      if (truth.kind !== 'error') return truth.kind !== 'rest';
      const { message, filled, words, level } = truth.error;
      const isForm = new RegExp(`^${signatureRegex(message.template.replace(/^\[[a-z]+\]:? /, ''))}$`, 's');
      const body = filled.replace(/^\[[a-z]+\]:? /, '');
      return !(isForm.test(body.replaceAll('\n', ' ')) && words.startsWith(filled) && text.includes(` [${level}] `));
    });
    expect(wrong).toEqual([]);
  });

  test.for([
    ['error', 1_500],
    ['uniform', ALL_TEMPLATES],
  ] as const)('a paste of that line alone is taken for the same: %s log', { timeout: 20_000 }, ([kind, count]) => {
    const wrong = linesOf(kind, count).flatMap(({ text, truth }) => {
      const right = rightNames(truth);
      const name = truth.kind === 'error' && isWhole(truth.error) ? nameOf(text) : right[0];
      return name === undefined ? right : right.includes(name) ? [] : [`${name} for ${text}`];
    });
    expect(wrong).toEqual([]);
  });

  test.for([
    ['connect() failed', 'ECONNREFUSED', 'upstream-connection-refused'],
    ['connect() failed', 'EHOSTUNREACH', 'upstream-host-unreachable'],
    ['upstream timed out', 'ETIMEDOUT', 'upstream-timed-out-reading-header'],
    ['client intended to send too large body: %O bytes', null, 'client-body-too-large'],
    ['access forbidden by rule', null, 'access-forbidden-by-rule'],
  ] as const)('%s with %s is %s', ([template, errno, entry]) => {
    const line = linesOf('error', 4_000).find(
      ({ truth }) => truth.kind === 'error' && truth.error.message.template === template && truth.error.errno === errno,
    );
    expect(line && rightNames(line.truth)).toEqual([entry]);
  });

  test('an access line is told by its status, noise by nothing', () => {
    expect(rightNames({ kind: 'access', status: 502 })).toEqual(['access 502']);
    expect(rightNames({ kind: 'noise' })).toEqual([]);
  });
});

test('a log on disk has as many lines as were asked for, and a label for each', () => {
  const file = join(folder, 'mixed.log');
  writeLog(file, 5_000, LOG_KINDS.mixed(knowledge), rightNames);
  const lines = readFileSync(file, 'utf8').split('\n');
  expect([lines.length, lines.at(-1)]).toEqual([5_001, '']);
  const { kinds, ofLine } = readLabels({ file, lines: 5_000 });
  const made = linesOf('mixed', 5_000).slice(0, 5_000);
  expect(lines.slice(0, -1)).toEqual(made.map(({ text }) => text));
  expect([...ofLine].map((kind) => kinds[kind]?.names)).toEqual(made.map(({ truth }) => rightNames(truth)));
});

test.for([100, 1_000, 3_000])('the catalogue can have %i signatures', (count) => {
  const resized = resizeKnowledge(knowledge, count);
  const templates = distinctMessages(resized.messages);
  expect(templates).toHaveLength(count);
  const names = createRightNames(resized);
  const lines = linesOf('uniform', count, resized);
  expect(lines.filter(({ truth }) => names(truth).length === 0)).toEqual([]);
  expect(linesOf('error', 500, resized)).toEqual(linesOf('error', 500));
});

/** Neither goes on in another line nor holds words that look like the start of a context. */
const isWhole = ({ filled }: ErrorTruth): boolean => !filled.includes('\n') && !filled.includes(', bytes from/to ');

function nameOf(text: string): string | undefined {
  const [line] = splitPaste(text);
  const record = line && readErrorLine(line, catalogue.isAction);
  const identified = record && identifyRecord(record, catalogue);
  return identified ? (identified.entry?.id ?? identified.template) : undefined;
}
