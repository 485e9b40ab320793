import { expect, test } from 'vitest';
import { linkify } from './linkify.ts';
import { toTypedMessage } from './typed-message.ts';

test.for([
  ['escapes three characters', 'a < b && c > d', 'a &lt; b &amp;&amp; c &gt; d'],
  ['links a URL', 'see http://10.0.0.1:80/a?b=1&c', 'see <http://10.0.0.1:80/a?b=1&amp;c>'],
  ['links a bare host and keeps it as label', 'host: "www.a.com"', 'host: "<http://www.a.com|www.a.com>"'],
  ['links an e-mail address', 'to ops@a.example now', 'to <mailto:ops@a.example|ops@a.example> now'],
  ['keeps the full stop out of a link', 'go to https://a.example.', 'go to <https://a.example>.'],
  ['leaves a file alone', 'in /etc/nginx/nginx.conf:12', 'in /etc/nginx/nginx.conf:12'],
  ['never lets typed markup live', '<!channel> <@U1>', '&lt;!channel&gt; &lt;@U1&gt;'],
] as const)('%s', ([, typed, text]) => expect(toTypedMessage(typed, null, 'b').text).toBe(text));

test('keeps fenced code apart and unescaped in the blocks', () => {
  const [block] = toTypedMessage('why\n```\na && b\n```', null, 'b').blocks;
  expect(block?.elements).toEqual([
    { type: 'rich_text_section', elements: [{ type: 'text', text: 'why\n' }] },
    { type: 'rich_text_preformatted', elements: [{ type: 'text', text: 'a && b' }], border: 0 },
  ]);
});

test('puts a real mention first', () => {
  const message = toTypedMessage('<@U9> why', 'U0BOT', 'b');
  expect(message.text).toBe('<@U0BOT> &lt;@U9&gt; why');
  expect(JSON.stringify(message.blocks)).toContain('"type":"user","user_id":"U0BOT"');
});

test('loses nothing of what was typed', () => {
  const typed = '2026/03/01 10:00:00 [error] upstream: "http://127.0.0.1:80/", host: "a.example.com", a@b.example';
  expect(
    linkify(typed)
      .map(({ text }) => text)
      .join(''),
  ).toBe(typed);
});
