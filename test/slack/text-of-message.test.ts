import { expect, test } from 'vitest';
import { parseSlackMessage } from '../../src/slack/incoming/slack-message.ts';
import { textOfMessage } from '../../src/slack/incoming/text-of-message.ts';

function textOf(message: object): string | null {
  const read = parseSlackMessage({ ts: '1.1', ...message });
  return read && textOfMessage(read);
}

const section = (...elements: readonly object[]) => ({ type: 'rich_text_section', elements });
const richText = (...elements: readonly object[]) => [{ type: 'rich_text', elements }];

test('rich text is preferred to text, which has lost characters, and never told twice', () => {
  const blocks = richText(section({ type: 'text', text: 'a &lt; b' }));
  expect(textOf({ text: 'a &amp;lt; b', blocks })).toBe('a &lt; b');
});

test('links in rich text become what was typed, mentions vanish, code blocks keep their lines', () => {
  const blocks = richText(
    section(
      { type: 'user', user_id: 'U0BOT' },
      { type: 'text', text: ' see ' },
      { type: 'link', url: 'http://a.example', text: 'a.example' },
    ),
    { type: 'rich_text_preformatted', elements: [{ type: 'text', text: 'one\ntwo' }] },
    {
      type: 'rich_text_list',
      style: 'bullet',
      elements: [section({ type: 'text', text: 'x' }), section({ type: 'text', text: 'y' })],
    },
  );
  expect(textOf({ blocks })).toBe('see a.example\none\ntwo\nx\ny');
});

test('an emoji that Slack saw in a log line becomes its characters again', () => {
  const blocks = richText(
    section({ type: 'text', text: '10' }, { type: 'emoji', name: '15' }, { type: 'text', text: '42' }),
  );
  expect(textOf({ blocks })).toBe('10:15:42');
});

test('an alert speaks through its attachments, and its fallback only where there is nothing else', () => {
  const attachments = [
    { title: 'Alert', text: 'line &lt;1&gt;', fallback: 'Alert: line 1', fields: [{ title: 'host', value: 'web1' }] },
    { fallback: 'only this' },
    { blocks: [{ type: 'section', text: { type: 'mrkdwn', text: '<http://a.example|a.example>' } }], text: 'not this' },
  ];
  expect(textOf({ text: '', attachments })).toBe('Alert\nline <1>\nhost\nweb1\nonly this\na.example');
});

test('an alert made of blocks is read', () => {
  const blocks = [
    { type: 'header', text: { type: 'plain_text', text: '5xx' } },
    { type: 'section', fields: [{ type: 'mrkdwn', text: 'a &amp; b' }] },
    {
      type: 'context',
      elements: [
        { type: 'plain_text', text: 'web1' },
        { type: 'image', alt_text: 'x' },
      ],
    },
    { type: 'divider' },
  ];
  expect(textOf({ text: 'fallback', blocks })).toBe('5xx\na & b\nweb1');
});

test('what is no message is none', () => {
  expect(parseSlackMessage({ text: 'no ts' })).toBeNull();
});
