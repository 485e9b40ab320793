import { BLOCK_TYPES } from './block-shapes.ts';
import { checkPart } from './check-part.ts';
import { isObject, type JsonObject, objectsAt } from './json.ts';

/** Where blocks appear: some types and limits differ. */
export type Surface = 'message' | 'modal' | 'home';

const MOST_BLOCKS: Readonly<Record<Surface, number>> = { message: 50, modal: 100, home: 100 };
const MARKDOWN_BUDGET = 12_000;
/** Measured by others at 13,172 to 13,297 characters over all blocks; `respond()` doesn't have this limit. */
const BLOCKS_BUDGET = 13_200;
const ONLY_IN: Readonly<Record<string, readonly Surface[]>> = {
  markdown: ['message'],
  context_actions: ['message'],
  table: ['message'],
  data_table: ['message'],
  alert: ['message', 'modal'],
  plan: ['message'],
  task_card: ['message'],
};

/** What Slack would refuse about these blocks, one sentence each with its place; empty when it would take them. */
export function checkBlocks(blocks: unknown, surface: Surface): readonly string[] {
  if (!Array.isArray(blocks)) return ['blocks must be an array [json-pointer:/blocks]'];
  const objects = blocks.filter(isObject);
  const markdown = objects.reduce((sum, block) => sum + markdownLength(block), 0);
  return [
    ...when(blocks.length > MOST_BLOCKS[surface], `no more than ${MOST_BLOCKS[surface]} items allowed`, '/blocks'),
    ...when(
      markdown > MARKDOWN_BUDGET,
      `markdown of ${markdown} characters is more than ${MARKDOWN_BUDGET}`,
      '/blocks',
    ),
    ...blocks.flatMap((block: unknown, index) => checkPart(block, [...BLOCK_TYPES], `/blocks/${index}`)),
    ...objects.flatMap((block, index) => checkPlace(block, surface, `/blocks/${index}`)),
    ...objects.flatMap((block, index) => checkIds(block, objects.slice(0, index), `/blocks/${index}`)),
  ];
}

/** True when the texts of all blocks of a message together are more than Slack takes from chat.postMessage. */
export function blocksTooLong(blocks: unknown): boolean {
  return countText(blocks) > BLOCKS_BUDGET;
}

function checkPlace(block: JsonObject, surface: Surface, at: string): readonly string[] {
  const type = String(block.type);
  const here = ONLY_IN[type]?.includes(surface) ?? true;
  const isInput = type === 'input' && isObject(block.element) && block.element.type === 'file_input';
  return [
    ...when(!here, `${type} is not allowed in a ${surface}`, at),
    ...when(type === 'section' && !block.text && !block.fields, 'section needs text or fields', at),
    ...when(type === 'image' && !block.image_url === !block.slack_file, 'needs either image_url or slack_file', at),
    ...when(isInput && surface !== 'modal', 'file_input is allowed only in a modal', at),
    ...when(type === 'data_table' && widths(block).size > 1, 'rows must be equally long', at),
  ];
}

function widths({ rows }: JsonObject): ReadonlySet<number> {
  return new Set(Array.isArray(rows) ? rows.map((row: unknown) => (Array.isArray(row) ? row.length : -1)) : []);
}

function checkIds(block: JsonObject, earlier: readonly JsonObject[], at: string): readonly string[] {
  const id = block.block_id;
  const taken = id !== undefined && earlier.some(({ block_id }) => block_id === id);
  const actions = objectsAt(block, 'elements').flatMap(({ action_id }) => action_id ?? []);
  return [
    ...when(taken, `block_id ${String(id)} is used twice`, at),
    ...when(new Set(actions).size < actions.length, 'an action_id is used twice', at),
  ];
}

function when(wrong: boolean, what: string, at: string): readonly string[] {
  return wrong ? [`${what} [json-pointer:${at}]`] : [];
}

function markdownLength(block: JsonObject): number {
  return block.type === 'markdown' && typeof block.text === 'string' ? block.text.length : 0;
}

function countText(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, item: unknown) => sum + countText(item), 0);
  if (!isObject(value)) return 0;
  return Object.entries(value).reduce(
    (sum, [key, held]) => sum + (key === 'text' && typeof held === 'string' ? held.length : countText(held)),
    0,
  );
}
