import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkMessage, checkView } from '../../src/slack/outgoing/check-payload.ts';
import { asFile, fitMessage, fitText } from '../../src/slack/outgoing/fit-message.ts';
import { type Block, escapeText } from '../../src/slack/outgoing/message.ts';
import { paragraph, preformatted, richText, words } from '../../src/slack/views/rich-text.ts';
import { checkBlocks } from '../fake-slack/check-blocks.ts';

const plain = (text: string) => ({ type: 'plain_text', text }) as const;
const button = (change: object) =>
  ({ type: 'button', action_id: 'a', text: plain('b'), value: 'c', ...change }) as const;
const x = (count: number) => 'x'.repeat(count);
const line = (text: string): readonly Block[] => richText(paragraph(words(text)));

describe('the validator refuses', () => {
  test.for<[string, Block]>([
    ['an empty section', { type: 'section', text: plain('') }],
    ['a section of more than 3,000 characters', { type: 'section', text: plain(x(3_001)) }],
    ['a header of more than 150', { type: 'header', text: plain(x(151)) }],
    ['a context of eleven elements', { type: 'context', elements: Array.from({ length: 11 }, () => plain('x')) }],
    ['a row without buttons', { type: 'actions', elements: [] }],
    [
      'a row of 26 buttons',
      { type: 'actions', elements: Array.from({ length: 26 }, (_, index) => button({ action_id: `${index}` })) },
    ],
    ['a button with a long label', { type: 'actions', elements: [button({ text: plain(x(76)) })] }],
    ['a button with a long value', { type: 'actions', elements: [button({ value: x(2_001) })] }],
    ['a long block id', { type: 'divider', block_id: x(256) }],
    ['rich text without parts', { type: 'rich_text', elements: [] }],
    [
      'an empty run of words',
      { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: '' }] }] },
    ],
  ])('%s', ([, block]) => {
    expect(checkMessage({ text: 'x', blocks: [block] })).not.toEqual([]);
    expect(checkBlocks([block], 'message')).not.toEqual([]);
  });

  test('a message without text, with too much text, with 51 blocks, with 12,000 characters', () => {
    const dividers = Array.from({ length: 51 }, (): Block => ({ type: 'divider' }));
    expect(checkMessage({ text: ' ', blocks: [] })).toEqual(['text is empty']);
    expect(checkMessage({ text: '<'.repeat(1_000), blocks: [] })).toEqual(['text is longer than 3900 bytes']);
    expect(checkMessage({ text: 'x', blocks: dividers })).toEqual(['more than 50 blocks']);
    expect(checkMessage({ text: 'x', blocks: line(x(12_000)) })).toEqual(['blocks hold more than 11000 characters']);
  });

  test('a form with a long title or too much to remember', () => {
    const problems = checkView({ blocks: [], title: { text: x(25) }, private_metadata: x(3_001) });
    expect(problems).toEqual(['title is longer than 24', 'private_metadata is too long']);
  });
});

describe('a message over a limit', () => {
  test('is split between blocks, in order', () => {
    const fitted = fitMessage({ text: 'x', blocks: ['a', 'b', 'c'].flatMap((letter) => line(letter.repeat(5_000))) });
    expect(fitted.kind).toBe('messages');
    if (fitted.kind !== 'messages') return;
    expect(fitted.messages.map(({ blocks }) => blocks.length)).toEqual([2, 1]);
    expect(fitted.messages.flatMap(checkMessage)).toEqual([]);
  });

  test('is split at fifty blocks', () => {
    const fitted = fitMessage({ text: 'x', blocks: Array.from({ length: 120 }, () => line('y')).flat() });
    expect(fitted.kind === 'messages' && fitted.messages.map(({ blocks }) => blocks.length)).toEqual([50, 50, 20]);
  });

  test('becomes a file when it would flood the thread, with the verdict beside it', () => {
    const fitted = fitMessage({ text: 'the verdict', blocks: Array.from({ length: 9 }, () => line(x(9_000))).flat() });
    expect(fitted).toMatchObject({ kind: 'file', message: { text: 'the verdict', blocks: [] } });
  });

  test('becomes a file when one block can not be split, and nothing is lost', () => {
    const fitted = fitMessage({ text: 'the verdict', blocks: richText(preformatted(x(20_000))) });
    expect(fitted.kind === 'file' && fitted.content).toContain(`    ${x(20_000)}`);
  });
});

test('a refused message keeps all its words in the file', () => {
  const fitted = asFile({ text: 'the verdict', blocks: [{ type: 'header', text: plain('Title') }, ...line('words')] });
  expect(fitted.kind === 'file' && fitted.content).toBe('the verdict\n\n# Title\n\nwords\n');
});

test('any text fits after escaping, is never empty, and is untouched where it fits', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 6_000 }), (text) => {
      const fitted = fitText(text);
      expect(Buffer.byteLength(escapeText(fitted))).toBeLessThanOrEqual(3_900);
      expect(fitted.trim()).not.toBe('');
      if (text.trim() !== '' && Buffer.byteLength(escapeText(text)) <= 3_900 && text.length <= 3_900)
        expect(fitted).toBe(text);
    }),
  );
});
