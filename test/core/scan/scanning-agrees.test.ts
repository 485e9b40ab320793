import { expect, test } from 'vitest';
import { LOG_KINDS, type LogKind } from '../../../bench/logs/log-kinds.ts';
import { compileKnowledge } from '../../../src/core/compile-knowledge.ts';
import { identifyRecord } from '../../../src/core/identify/identify-record.ts';
import { renderSample } from '../../../src/core/messages/render-sample.ts';
import { splitPaste } from '../../../src/core/paste/split-paste.ts';
import { createLogScanner } from '../../../src/core/scan/scan-log.ts';
import { runAll } from '../../../src/core/steps.ts';
import { createEngineParts } from '../../../src/engine-parts.ts';
import { loadCompiledKnowledge } from '../../../src/knowledge/load-compiled.ts';

const LINES = 7_000;
const knowledge = await loadCompiledKnowledge();
const parts = createEngineParts(compileKnowledge(knowledge));

/** What a long log's reader takes a line for. */
function scanned(line: string): string | null {
  let name: string | null = null;
  const scanner = createLogScanner(parts.catalogue, parts.nameOther, (_, found) => {
    name = found;
  });
  scanner.add(line);
  scanner.finish();
  return name;
}

/** What it takes each line for after all those before it, of which it remembers much. */
function scannedInOrder(lines: readonly string[]): readonly (string | null)[] {
  const names: (string | null)[] = lines.map(() => null);
  const scanner = createLogScanner(parts.catalogue, parts.nameOther, (number, found) => {
    names[number - 1] = found;
  });
  for (const line of lines) {
    scanner.add(line);
    scanner.endFile();
  }
  return names;
}

/** What the reader of pastes takes it for, in the same words. */
function pasted(line: string): string | null {
  const [record] = runAll(parts.read(splitPaste(line))).contents.records;
  if (record?.kind === 'access') return `access ${record.fields.status}`;
  if (record?.kind === 'companion') return record.pattern.id;
  if (record?.kind !== 'error' || record.level === null) return null;
  const identified = identifyRecord(record, parts.catalogue);
  return identified ? (identified.entry?.id ?? identified.template) : 'unknown';
}

test.for(['error', 'mixed', 'uniform', 'access'] as const satisfies readonly LogKind[])(
  'a line of the %s log is the same in a long log as in a paste',
  (kind) => {
    const next = LOG_KINDS[kind](knowledge);
    const lines = Array.from({ length: LINES }, (_, index) => next(index)).flatMap(([line]) => line?.text ?? []);
    const different = lines.filter((line) => scanned(line) !== pasted(line));
    expect(different.map((line) => [line, scanned(line), pasted(line)])).toEqual([]);
  },
);

const HEAD = '2026/11/22 10:15:42 [error] 7#7: *1 ';
const CONTEXT = ', client: 192.0.2.1, server: a.example';
const ERRNO = ' (2: No such file or directory)';
/** Paths that end as format strings and words of signatures do. */
const PATHS = ['/srv/a.html', '/etc/nginx/sites.conf', '/etc/nginx/.htpasswd', '/run/nginx.pid', '/var/log/x', '/'];
const NUMBERS = ['7', '404', '127', '1234567', '12345678'];

/** A sample of a message with other paths and numbers in it. */
function variantsOf(sample: string): readonly string[] {
  const path = /(?<=[ "])\/[^\s"]*/g;
  const varied = [...PATHS, ...NUMBERS].map((value) =>
    value.startsWith('/') ? sample.replace(path, value) : sample.replace(/\b\d+\b/g, value),
  );
  return [sample, sample, ...varied, ...varied.map((text) => `${text}${ERRNO}`)];
}

test('a message is the same after others that differ from it in paths and numbers alone', () => {
  const claimed = new Set(knowledge.entries.flatMap(({ signatures }) => signatures.map(({ template }) => template)));
  const distinct = new Map(
    knowledge.messages.filter(({ template }) => claimed.has(template)).map((one) => [one.template, one]),
  );
  const different = [...distinct.values()].flatMap((message) => {
    const [first = ''] = renderSample(message, 1).split(', client: ');
    const body = first.replace(/^.*?\] (?:\d+#\d+: )?(?:\*\d+ )?/, '');
    const lines = [body, body.replace(/"[^"]*"/g, '"/srv/www/a"')]
      .flatMap(variantsOf)
      .map((text) => `${HEAD}${text}${CONTEXT}`);
    return scannedInOrder(lines).flatMap((name, at) => {
      const line = lines[at] ?? '';
      return name === scanned(line) ? [] : [[line, name, scanned(line)]];
    });
  });
  expect(different).toEqual([]);
});
