import type { Message } from '../fake-slack/workspace.ts';

/** All words of a message's blocks, in order, without the buttons. */
export function wordsOf(message: Pick<Message, 'blocks'>): string {
  return message.blocks
    .filter(({ type }) => type !== 'actions')
    .flatMap(texts)
    .join('');
}

/** The action ids of a message's buttons. */
export function buttonsOf(message: Pick<Message, 'blocks'>): readonly string[] {
  return [...JSON.stringify(message.blocks).matchAll(/"action_id":"([^"]+)"/g)].map(([, id]) => id ?? '');
}

function texts(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(texts);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, held]) =>
    key === 'text' && typeof held === 'string' ? [held] : texts(held),
  );
}
