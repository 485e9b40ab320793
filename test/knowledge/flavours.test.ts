import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { compileKnowledge } from '../../src/core/compile-knowledge.ts';
import { readFacts } from '../../src/core/facts/read-facts.ts';
import { createCatalogue } from '../../src/core/identify/catalogue.ts';
import { identifyRecord } from '../../src/core/identify/identify-record.ts';
import { splitPaste } from '../../src/core/paste/split-paste.ts';
import { readErrorLine } from '../../src/core/records/read-error.ts';
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts';

const Lines = z.array(
  z.strictObject({
    flavour: z.string(),
    line: z.string(),
    level: z.string(),
    pid: z.number().nullable(),
    message: z.string().optional(),
    errno: z.string().optional(),
    action: z.string().optional(),
    facts: z.record(z.string(), z.string()).optional(),
  }),
);
const lines = Lines.parse(parse(readFileSync(join(import.meta.dirname, 'flavours.yaml'), 'utf8')));
const catalogue = createCatalogue(compileKnowledge(loadKnowledge('knowledge')));

const readOnly = (paste: string) => {
  const [line, ...others] = splitPaste(paste);
  expect(others).toEqual([]);
  return line ? readErrorLine(line, catalogue.isAction) : null;
};

test.for(lines)('reads a line of $flavour', ({ line, level, pid, message, errno, action, facts = {} }) => {
  const record = readOnly(line);
  expect(record).toMatchObject({ level, pid, action: action ?? null });
  if (message !== undefined) expect(record?.forms).toContain(message);
  const unnamed = { template: '', literals: [], captures: [], message: null, entry: null, signature: null };
  const known = record && (identifyRecord(record, catalogue) ?? { record, ...unnamed });
  expect(known?.record.errno?.name ?? null).toBe(errno ?? null);
  expect(Object.fromEntries(known ? readFacts(known) : [])).toMatchObject(facts);
});
