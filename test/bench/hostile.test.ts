import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { hostileInputs } from '../../bench/hostile/inputs.ts';
import { loadCompiledKnowledge } from '../../src/knowledge/load-compiled.ts';

const inputs = [...hostileInputs(await loadCompiledKnowledge())];
const folder = mkdtempSync(join(tmpdir(), 'nginx-why-bench-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('there are many kinds of hostile input', () => {
  expect(inputs.length).toBeGreaterThanOrEqual(30);
});

test.for(inputs)('%s: a file of the wanted size, the same every time', ([, write]) => {
  const [one, other] = [join(folder, 'one'), join(folder, 'other')];
  write(one, 100_000);
  write(other, 100_000);
  const bytes = readFileSync(one);
  expect(bytes.length).toBeGreaterThanOrEqual(100_000);
  expect(bytes.length).toBeLessThan(350_000);
  expect(bytes.equals(readFileSync(other))).toBe(true);
});

test('no two kinds are the same', () => {
  const starts = inputs.map(([name, write]) => {
    const file = join(folder, 'start');
    write(file, 20_000);
    return [readFileSync(file, 'latin1').slice(0, 20_000), name] as const;
  });
  expect(new Map(starts).size).toBe(inputs.length);
});
