import { expect, test } from 'vitest';
import { blocksTooLong, checkBlocks } from './check-blocks.ts';
import { checkView } from './check-view.ts';

const submit = { type: 'plain_text', text: 'Explain' };
const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text } });
const button = (fields: object) => ({ type: 'button', text: { type: 'plain_text', text: 'More' }, ...fields });
const preformatted = (elements: readonly object[]) => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_preformatted', elements }],
});

test.for([
  ['a section of 3,000 characters', section('x'.repeat(3000))],
  ['a header of 150 characters', { type: 'header', text: { type: 'plain_text', text: 'x'.repeat(150) } }],
  ['25 buttons', { type: 'actions', elements: Array.from({ length: 25 }, (_, i) => button({ action_id: `a${i}` })) }],
  ['preformatted text', preformatted([{ type: 'text', text: '<!channel> & co' }])],
  ['a markdown block', { type: 'markdown', text: '**yes**' }],
  [
    'a table',
    {
      type: 'table',
      rows: [
        [
          { type: 'raw_text', text: 'cause' },
          { type: 'raw_text', text: 'odds' },
        ],
      ],
    },
  ],
  [
    'feedback buttons',
    {
      type: 'context_actions',
      elements: [
        {
          type: 'feedback_buttons',
          action_id: 'fixed',
          positive_button: { text: { type: 'plain_text', text: 'Fixed it' }, value: 'yes' },
          negative_button: { text: { type: 'plain_text', text: 'Not it' }, value: 'no' },
        },
      ],
    },
  ],
] as const)('takes %s', ([, block]) => expect(checkBlocks([block], 'message')).toEqual([]));

test.for([
  ['a section of 3,001 characters', section('x'.repeat(3001)), 'less than 3001'],
  ['an empty section', section(''), 'more than 0'],
  ['a section without text', { type: 'section' }, 'needs text or fields'],
  ['a header in mrkdwn', { type: 'header', text: { type: 'mrkdwn', text: 'x' } }, 'plain_text'],
  ['a header of 151 characters', { type: 'header', text: { type: 'plain_text', text: 'x'.repeat(151) } }, '151'],
  ['26 buttons', { type: 'actions', elements: Array.from({ length: 26 }, () => button({})) }, 'at most 25'],
  ['a button text of 76 characters', actions({ text: { type: 'plain_text', text: 'x'.repeat(76) } }), '76'],
  ['a button value of 2,001 characters', actions({ value: 'x'.repeat(2001) }), '2001'],
  ['a button style of our own', actions({ style: 'warning' }), 'must be one of'],
  ['11 fields', { type: 'section', fields: Array.from({ length: 11 }, () => section('x').text) }, 'at most 10'],
  ['an unknown block', { type: 'banner' }, 'unsupported type'],
  ['an unknown field', { ...section('x'), colour: 'red' }, 'invalid additional property'],
  ['an image without alt text', { type: 'image', image_url: 'https://x.example/i.png' }, 'missing required field'],
  ['an empty rich text element', preformatted([{ type: 'text', text: '' }]), 'more than 0'],
  ['a mention in preformatted text', preformatted([{ type: 'user', user_id: 'U1' }]), 'unsupported type'],
  ['an alert of 201 characters', { type: 'alert', text: { type: 'plain_text', text: 'x'.repeat(201) } }, '201'],
] as const)('refuses %s', ([, block, why]) => expect(checkBlocks([block], 'message').join()).toContain(why));

test('refuses the 51st block of a message and takes 100 in a modal', () => {
  const blocks = Array.from({ length: 51 }, () => ({ type: 'divider' }));
  expect(checkBlocks(blocks, 'message').join()).toContain('no more than 50');
  expect(checkBlocks(blocks, 'modal')).toEqual([]);
});

test('refuses a block id that is used twice', () => {
  const divider = { type: 'divider', block_id: 'same' };
  expect(checkBlocks([divider, divider], 'message').join()).toContain('used twice');
});

test('counts the text of all blocks together', () => {
  expect(blocksTooLong(Array.from({ length: 4 }, () => section('x'.repeat(3000))))).toBe(false);
  expect(blocksTooLong(Array.from({ length: 5 }, () => section('x'.repeat(3000))))).toBe(true);
});

test.for([
  ['a title of 25 characters', { title: { type: 'plain_text', text: 'x'.repeat(25) } }, '25'],
  ['metadata of 3,001 characters', { private_metadata: 'x'.repeat(3001) }, '3001'],
  ['an input without submit', { blocks: [input({})] }, 'needs submit'],
  ['an initial value of 3,001 characters', { submit, blocks: [input({ initial_value: 'x'.repeat(3001) })] }, '3001'],
] as const)('refuses a modal with %s', ([, fields, why]) => {
  expect(checkView({ type: 'modal', title: submit, blocks: [], ...fields }).join()).toContain(why);
});

function input(fields: object): object {
  return {
    type: 'input',
    label: { type: 'plain_text', text: 'Log' },
    element: { type: 'plain_text_input', ...fields },
  };
}

function actions(fields: object): object {
  return { type: 'actions', elements: [button(fields)] };
}
