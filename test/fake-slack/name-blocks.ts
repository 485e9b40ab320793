import { isObject, type JsonObject } from './json.ts';
import type { Workspace } from './workspace.ts';

const INTERACTIVE =
  /^(button|overflow|feedback_buttons|icon_button|checkboxes|radio_buttons|.*_select|.*picker|.*_input)$/;

/** Gives blocks and interactive elements the ids that the sender left out, as Slack does. */
export function nameBlocks(blocks: readonly JsonObject[], { nextId }: Workspace): readonly JsonObject[] {
  return blocks.map((block) => {
    const named: JsonObject = { ...block, block_id: block.block_id ?? nextId('b') };
    if (block.type === 'rich_text') return named;
    return Object.fromEntries(Object.entries(named).map(([key, value]) => [key, nameElements(value)]));
  });

  function nameElements(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(nameElements);
    if (!isObject(value) || !INTERACTIVE.test(String(value.type))) return value;
    return { ...value, action_id: value.action_id ?? nextId('a') };
  }
}
