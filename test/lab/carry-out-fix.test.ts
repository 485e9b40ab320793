import { expect, test } from 'vitest';
import type { FixAnswer, StepAnswer } from '../../src/core/reply/reply.ts';
import { carryOutFix } from './carry-out-fix.ts';
import { openLab } from './lab.ts';
import { createNginx } from './nginx.ts';
import type { Runner } from './run-command.ts';
import { type FixPlan, leave, type Stage } from './scenario.ts';

const step = (more: Partial<StepAnswer>): StepAnswer => ({
  do: 'Write the line.',
  run: null,
  change: null,
  in: null,
  ...more,
});
const fixOf = (...steps: readonly StepAnswer[]): FixAnswer => ({
  title: 'Cure it',
  where: 'nginx',
  risk: 'safe',
  undo: null,
  sideEffects: null,
  unconfirmed: null,
  steps,
});
const ran: string[] = [];
const runner: Runner = {
  run: async (command) => {
    ran.push(command);
    return { command, printed: '', code: command === 'missing' ? 127 : 0, standIns: [] };
  },
  watch: () => Promise.reject(new Error('nothing is watched here')),
};
/** In a lab of its own, whose nginx never starts. */
async function problemsOf(fix: FixAnswer, steps: FixPlan['steps']): Promise<readonly string[]> {
  const lab = openLab(10);
  try {
    const nginx = await createNginx(lab, { port: 80, site: '' });
    const stage: Stage = { nginx, provoke: async () => undefined, blanks: { port: '8080' } };
    return (await carryOutFix(fix, { title: 'Cure it', steps }, stage, runner, lab)).problems;
  } finally {
    await lab.close();
  }
}

test('writes the change of the entry with the blanks filled in', async () => {
  const written: string[] = [];
  const write = async (_stage: Stage, change: string): Promise<void> => void written.push(change);
  expect(await problemsOf(fixOf(step({ change: 'listen <port>;' })), { 'Write the line': write })).toEqual([]);
  expect(written).toEqual(['listen 8080;']);
});

test.for([
  [
    'a change that nobody writes',
    fixOf(step({ change: 'listen 80;' })),
    {},
    'nobody carries out the step "Write the line."',
  ],
  [
    'a blank that nobody fills',
    fixOf(step({ change: 'listen <name>;' })),
    { Write: async () => undefined },
    'a blank is left in: listen <name>;',
  ],
  ['a command that does not exist', fixOf(step({ run: 'missing' })), {}, 'missing failed: '],
  [
    'a plan for a step that is gone',
    fixOf(step({ run: 'true' })),
    { 'Restart it': leave('why') },
    'the fix has no step that begins with "Restart it"',
  ],
] as const)('finds %s', async ([, fix, steps, problem]) => {
  expect(await problemsOf(fix, steps)).toEqual([problem]);
});

test('leaves a command out with its step', async () => {
  ran.length = 0;
  await problemsOf(fixOf(step({ run: 'reboot' })), { 'Write the line': leave('of the whole machine') });
  expect(ran).toEqual([]);
});
