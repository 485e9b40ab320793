import type { JsonObject } from './json.ts';
import { linkify, type Run } from './linkify.ts';

/** What Slack makes of a message that a person typed: the escaped text, and the blocks of its composer. */
export interface TypedMessage {
  readonly text: string;
  readonly blocks: readonly JsonObject[];
}

const FENCE = /```\n?([\s\S]*?)\n?```/g;
/** Stand for real mentions while everything else is escaped; no person types them. */
const OPEN = '\uE000';
const CLOSE = '\uE001';

/** Escapes `&`, `<` and `>`, the three characters that Slack escapes in every incoming text. */
export function escapeForSlack(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** `typed` as a person types it; `mention` comes before it as a real mention of a user, or is null. */
export function toTypedMessage(typed: string, mention: string | null, id: string): TypedMessage {
  const said = mention === null ? typed : `${OPEN}@${mention}${CLOSE} ${typed}`.trimEnd();
  return { text: toText(said), blocks: [{ type: 'rich_text', block_id: id, elements: toElements(said) }] };
}

function toText(said: string): string {
  return linkify(said).map(runToText).join('').replaceAll(OPEN, '<').replaceAll(CLOSE, '>');
}

function runToText({ text, url }: Run): string {
  const escaped = escapeForSlack(text);
  if (url === null) return escaped;
  return url === text ? `<${escaped}>` : `<${escapeForSlack(url)}|${escaped}>`;
}

function toElements(said: string): readonly JsonObject[] {
  const elements: JsonObject[] = [];
  let from = 0;
  for (const fence of said.matchAll(FENCE)) {
    elements.push(...section(said.slice(from, fence.index)));
    elements.push({ type: 'rich_text_preformatted', elements: inline(fence[1] ?? ''), border: 0 });
    from = fence.index + fence[0].length;
  }
  return [...elements, ...section(said.slice(from))];
}

function section(said: string): readonly JsonObject[] {
  return said.trim() === '' ? [] : [{ type: 'rich_text_section', elements: inline(said) }];
}

/** Texts stand unescaped in rich text. */
function inline(said: string): readonly JsonObject[] {
  return linkify(said).flatMap(({ text, url }): readonly JsonObject[] => {
    if (url !== null) return [url === text ? { type: 'link', url } : { type: 'link', url, text }];
    return mentions(text);
  });
}

function mentions(text: string): readonly JsonObject[] {
  const [before = '', mentioned] = text.split(OPEN, 2);
  if (mentioned === undefined) return [{ type: 'text', text }];
  const [user = '', after = ''] = mentioned.split(CLOSE, 2);
  return [...plain(before), { type: 'user', user_id: user.slice(1) }, ...plain(after)];
}

function plain(text: string): readonly JsonObject[] {
  return text === '' ? [] : [{ type: 'text', text }];
}
