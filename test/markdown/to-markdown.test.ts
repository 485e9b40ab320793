import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createAnswer } from '../../src/answer.ts';
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts';
import { toMarkdown } from '../../src/markdown/to-markdown.ts';

const answer = createAnswer(loadKnowledge('knowledge'));
const nameLines = (lines: readonly number[]): string => `line ${lines.join(', ')}`;
const markdownOf = (paste: string): string => toMarkdown(answer(paste), nameLines);
const lineWith = (uri: string, host = 'example.com') =>
  `2026/11/22 10:15:42 [error] 7#7: *1 connect() failed (111: Connection refused) while connecting to upstream, client: 192.0.2.1, server: example.com, request: "GET ${uri} HTTP/1.1", upstream: "http://127.0.0.1:80${uri}", host: "${host}"`;

const LOG_VOLUME_FULL =
  '2026/11/22 10:15:42 [alert] 7#7: *1 write() to "/var/log/nginx/access.log" failed (28: No space left on device) while logging request, client: 192.0.2.1, server: example.com, request: "GET / HTTP/1.1", host: "example.com"';

test('a fix that the laboratory could not confirm says so, and why', () => {
  expect(markdownOf(LOG_VOLUME_FULL)).toContain('- Not tried by us: it needs a log volume that is really full.');
  expect(markdownOf(lineWith('/a'))).not.toContain('Not tried by us');
});

/** What is left when code spans and fenced blocks, in which nothing is active, are taken out. */
const activeText = (markdown: string): string =>
  markdown.replace(/^(`{3,})[^\n]*\n[\s\S]*?^\1$/gm, '').replace(/(`+)[\s\S]*?\1/g, '');

test('commands stand in fenced blocks, the headline is a heading', () => {
  const markdown = markdownOf(lineWith('/a'));
  expect(markdown).toMatch(/^## nginx reached the backend/);
  expect(markdown).toContain('```sh');
});

test.for([
  ['a link', '/[x](https://evil.example)'],
  ['an image', '/![x](https://evil.example/a.png)'],
  ['HTML', '/<img/src=x>'],
  ['a mention', '/@channel'],
  ['the end of a fence', '/```x'],
  ['the end of a code span', '/a`b`c'],
])('a pasted value cannot become %s', ([, uri]) => {
  const active = activeText(markdownOf(lineWith(uri ?? '')));
  expect(active).not.toMatch(/evil\.example|<img|@channel|b`c/);
});

test('fences are balanced whatever was pasted', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('`', '~', 'a', '/', '[', '<', '\n', '"'), maxLength: 40 }), (uri) => {
      const markdown = markdownOf(lineWith(`/${uri}`));
      const fences = markdown.split('\n').filter((line) => /^\s*`{3,}/.test(line)).length;
      expect(fences % 2).toBe(0);
    }),
  );
});
