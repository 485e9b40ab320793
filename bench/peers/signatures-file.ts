import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Knowledge } from '../../src/core/knowledge.ts';
import { CACHE } from '../cache.ts';
import { inBytes, searchRegex } from './signature-regex.ts';

/** With fewer characters of its own a signature fits almost any line; nginx-why has no use for it either. */
const FEWEST_LITERALS = 6;
const HOLES = /-\?\[0-9\]\+|\[0-9a-fA-F\]\+|\.\*|\\/g;

/** Writes one regular expression for each signature, one a line, for programs that search many at once. */
export function writeSignatures({ messages, entries }: Knowledge, name = 'all'): string {
  const templates = [
    ...messages.filter(({ abstract, generic }) => !abstract && !generic).map(({ template }) => template),
    ...entries.flatMap(({ signatures }) => signatures.map(({ template }) => template)),
  ];
  const regexes = [...new Set(templates.map(searchRegex))].filter(
    (regex) => regex.replace(HOLES, '').length >= FEWEST_LITERALS,
  );
  const file = join(CACHE, `signatures-${name}.txt`);
  writeFileSync(file, `${regexes.map(inBytes).join('\n')}\n`);
  return file;
}
