import { expect, test } from 'vitest';
import type { CompanionRecord } from '../../../src/core/records/log-record.ts';
import { describeOtherPrograms } from '../../../src/core/reply/other-programs.ts';

const line = (at: number, means: string): CompanionRecord => ({
  kind: 'companion',
  at: [at],
  text: '',
  prefix: '',
  program: 'passenger',
  pattern: { id: 'queue-full', template: '', at: 'anywhere', means, examples: [] },
  values: {},
});

test('tells what other programs say, each thing once with its lines', () => {
  const full = 'Passenger has no free process.';
  expect(describeOtherPrograms([line(1, full), line(2, 'The app crashed.'), line(4, full)])).toBe(
    'Passenger has no free process. (passenger, lines 1 and 4) The app crashed. (passenger, line 2)',
  );
});

test('says nothing where no other program speaks', () => {
  expect(describeOtherPrograms([{ kind: 'unknown', at: [1], text: 'hello', prefix: '' }])).toBeNull();
});
