import { expect, test } from 'vitest';
import { parseCaseStep } from '../../src/store/case-step-schema.ts';

test('what was remembered before findings had a severity is still known', () => {
  const finding = {
    entry: 'refused',
    template: 'connect() failed',
    message: null,
    tally: { count: 1, firstAt: null, lastAt: null },
    values: {},
    lines: [],
    shown: [],
  };
  const step = { kind: 'paste', isTold: true, facts: { version: 1, pastes: 1, findings: [finding], others: [] } };
  expect(parseCaseStep(JSON.stringify(step))).toMatchObject({ facts: { findings: [{ ...finding, severity: null }] } });
});
