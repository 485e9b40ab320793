import { anything, plain, type Rule, string, yesNo } from './block-rules.ts';
import { checkBlocks } from './check-blocks.ts';
import { checkRule } from './check-part.ts';
import { isObject, type JsonObject } from './json.ts';

const FIELDS: Readonly<Record<string, Rule>> = {
  title: plain(24),
  submit: plain(24),
  close: plain(24),
  private_metadata: string(3000, 0),
  callback_id: string(255),
  external_id: string(255),
  clear_on_close: yesNo,
  notify_on_close: yesNo,
  submit_disabled: yesNo,
  blocks: anything,
};
const VIEW_BYTES = 250_000;

/** What Slack would refuse about a modal or Home view; empty when it would take it. */
export function checkView(view: unknown): readonly string[] {
  if (!isObject(view)) return ['view must be an object'];
  const type = view.type;
  if (type !== 'modal' && type !== 'home') return [`unsupported view type: ${String(type)} [json-pointer:/view/type]`];
  const problems = [...checkFields(view), ...checkBlocks(view.blocks, type)];
  if (type === 'modal') problems.push(...checkModal(view));
  return problems;
}

/** True when the view is over Slack's size for one view (`view_too_large`). */
export function viewTooLarge(view: unknown): boolean {
  return Buffer.byteLength(JSON.stringify(view) ?? '') > VIEW_BYTES;
}

function checkFields(view: JsonObject): readonly string[] {
  return Object.entries(view).flatMap(([key, value]) => {
    if (key === 'type') return [];
    const rule = FIELDS[key];
    return rule ? checkRule(value, rule, `/view/${key}`) : [`invalid additional property: ${key} [json-pointer:/view]`];
  });
}

function checkModal(view: JsonObject): string[] {
  const problems: string[] = [];
  const hasInput = Array.isArray(view.blocks) && view.blocks.some((b: unknown) => isObject(b) && b.type === 'input');
  if (view.title === undefined) problems.push('missing required field: title [json-pointer:/view]');
  if (hasInput && view.submit === undefined) problems.push('a modal with inputs needs submit [json-pointer:/view]');
  return problems;
}
