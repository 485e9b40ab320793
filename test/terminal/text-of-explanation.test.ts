import { expect, test } from 'vitest';
import { createPaint } from '../../src/terminal/paint.ts';
import { createAddSentence } from '../../src/terminal/text-of-explanation.ts';
import { wrap } from '../../src/terminal/wrap.ts';

const look = {
  columns: 40,
  paint: await createPaint(false),
  nameLines: () => '',
  drawSparkline: null,
  detail: 'short' as const,
};
const say = (text: string) => [{ kind: 'text' as const, text }];

test('sentences that come one by one make one paragraph, of which nothing is written twice', () => {
  const add = createAddSentence(look);
  const sentences = [
    'The worker took too long with the request.',
    'So gunicorn ended it.',
    'What helps is to make the request faster, or to give it more time on both sides.',
  ];
  const written = sentences.map((sentence) => add(say(sentence)));
  expect(written.join('')).toBe(wrap(sentences.join(' '), 40, '  ').join('\n'));
  expect(written.every((piece) => piece !== '')).toBe(true);
});

test('values and titles are told from the words around them', () => {
  const add = createAddSentence(look);
  const parts = [
    { kind: 'title' as const, text: 'It died' },
    { kind: 'text' as const, text: ' at ' },
    { kind: 'value' as const, text: '10.1.2.3' },
    { kind: 'code' as const, text: 'timeout' },
  ];
  expect(add(parts)).toBe('  “It died” at 10.1.2.3`timeout`');
});
