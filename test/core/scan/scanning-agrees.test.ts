import { expect, test } from 'vitest';
import { LOG_KINDS, type LogKind } from '../../../bench/logs/log-kinds.ts';
import { compileKnowledge } from '../../../src/core/compile-knowledge.ts';
import { identifyRecord } from '../../../src/core/identify/identify-record.ts';
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
