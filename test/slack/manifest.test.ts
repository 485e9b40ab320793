import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { checkManifest, ManifestError } from '../../src/slack/check-manifest.ts';
import { EVENTS, SCOPES } from '../../src/slack/manifest-schema.ts';

const FILE = fileURLToPath(new URL('../../slack-manifest.yaml', import.meta.url));
const text = readFileSync(FILE, 'utf8');

function problemsOf(changed: string): readonly string[] {
  const file = join(mkdtempSync(join(tmpdir(), 'nginx-why-')), 'manifest.yaml');
  writeFileSync(file, changed);
  try {
    checkManifest(file);
    return [];
  } catch (error) {
    return error instanceof ManifestError ? error.problems : [String(error)];
  }
}

test('the manifest fits the bot', () => {
  expect(() => checkManifest(FILE)).not.toThrow();
});

test('it asks for no scope and no event that the bot does not need', () => {
  const { oauth_config, settings } = parse(text);
  expect(oauth_config.scopes.bot.toSorted()).toEqual([...SCOPES].toSorted());
  expect(settings.event_subscriptions.bot_events).toEqual([...EVENTS]);
});

describe('it is refused', () => {
  test.for([
    ['without a scope', '      - chat:write', '', 'oauth_config.scopes.bot: lacks chat:write'],
    ['without an event', '      - message.im', '', 'settings.event_subscriptions.bot_events: lacks message.im'],
    ['with another command', 'command: /nginx-why', 'command: /why', 'features.slash_commands: lacks /nginx-why'],
    [
      'with another shortcut',
      'callback_id: why-this-nginx-error',
      'callback_id: x',
      'features.shortcuts: lacks the message shortcut why-this-nginx-error',
    ],
    [
      'with a name over the limit',
      'name: nginx-why\n',
      `name: ${'n'.repeat(36)}\n`,
      'display_information.name: Too big',
    ],
    [
      'with escaped commands, which would change log lines',
      'should_escape: false',
      'should_escape: true',
      'features.slash_commands[0].should_escape: Invalid input',
    ],
    ['when it is no YAML', text, 'a: [', 'Flow sequence'],
    ['when it is empty', text, stringify({}), 'display_information: Invalid input'],
  ] as const)('%s', ([, from, to, problem]) => {
    expect(problemsOf(text.replace(from, to)).join('\n')).toContain(problem);
  });
});
