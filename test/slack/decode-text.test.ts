import { expect, test } from 'vitest';
import { decodeText } from '../../src/slack/incoming/decode-text.ts';

test.for([
  ['escaped characters', 'a &lt;b&gt; &amp; c', 'a <b> & c'],
  ['an entity that was typed', '&amp;lt;', '&lt;'],
  ['a bare host', 'host: "<http://www.example.com|www.example.com>"', 'host: "www.example.com"'],
  ['a URL', 'upstream: "<http://127.0.0.1:8080/a?b=1&amp;c=2>"', 'upstream: "http://127.0.0.1:8080/a?b=1&c=2"'],
  ['a URL with the same label', '<https://a.example/|https://a.example/>', 'https://a.example/'],
  ['a link behind other words', '<https://a.example/x|click here>', 'https://a.example/x'],
  ['an e-mail address', 'login: "<mailto:a@b.example|a@b.example>"', 'login: "a@b.example"'],
  ['a telephone number', '<tel:0123456|0123456>', '0123456'],
  ['a mention of a person', '<@U0BOT> why', ' why'],
  ['a channel', 'see <#C1|ops>', 'see #ops'],
  ['a broadcast', '<!here> down', ' down'],
  ['a group', '<!subteam^S1|@oncall> look', '@oncall look'],
  ['angle brackets that Slack did not make', 'a < b', 'a < b'],
] as const)('%s becomes what was typed', ([, text, typed]) => {
  expect(decodeText(text)).toBe(typed);
});
