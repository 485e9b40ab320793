import { webApi } from '@slack/bolt';
import { expect, test } from 'vitest';
import { createLog } from '../src/log.ts';

function logged(write: (log: ReturnType<typeof createLog>) => void): string {
  const lines: string[] = [];
  write(createLog('debug', (line) => lines.push(line)));
  return lines.join('');
}

test('a line is one JSON object with level, time and message', () => {
  expect(JSON.parse(logged((log) => log.info({ face: 'mention' }, 'answered')))).toMatchObject({
    level: 'info',
    msg: 'answered',
    face: 'mention',
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
  });
});

test('a token that gets into a text is blanked out', () => {
  const line = logged((log) => log.error({ err: new Error('xoxb-12-secret and xapp-1-secret') }, 'xoxe.xoxb-1-secret'));
  expect(line).not.toContain('secret"');
  expect(line).not.toMatch(/xox[a-z]-|xapp-/);
});

test('an error of Slack is logged without the answer that it carries', () => {
  const err = new webApi.WebAPIHTTPError(500, 'Server Error', { cookie: 'a' }, 'a body with a pasted line');
  expect(logged((log) => log.error({ err }, 'failed'))).not.toContain('pasted line');
});
