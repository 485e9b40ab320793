import type { JsonObject } from '../../test/fake-slack/json.ts';

/** Makes blocks ready for slack-blocks-to-jsx: ids that are unique on the page, because it turns them into HTML ids,
 * and no `verbatim`, for which it shows raw markup. `prefix` is unique for the message. */
export function prepareBlocks(blocks: readonly JsonObject[], prefix: string): readonly JsonObject[] {
  return blocks.map((block, index) => prepare(block, `${prefix}.${index}`));
}

/** The action id that `prepareBlocks` hid in the id of an HTML element; null where it is none. */
export function actionOf(id: string): string | null {
  return id.split(SEPARATOR)[1] ?? null;
}

const SEPARATOR = '~';

function prepare(value: JsonObject, path: string): JsonObject {
  const entries = Object.entries(value).flatMap(([key, held]) => {
    if (key === 'verbatim') return [];
    if (key === 'block_id') return [[key, path]];
    if (key === 'action_id') return [[key, `${path}${SEPARATOR}${String(held)}`]];
    return [[key, prepareAny(held, `${path}.${key}`)]];
  });
  return Object.fromEntries(entries);
}

function prepareAny(value: unknown, path: string): unknown {
  if (Array.isArray(value)) return value.map((item: unknown, index) => prepareAny(item, `${path}.${index}`));
  return typeof value === 'object' && value !== null ? prepare({ ...value }, path) : value;
}
