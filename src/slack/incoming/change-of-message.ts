import { z } from 'zod';
import { isNew } from './delivery-keys.ts';
import { parseSlackMessage, type SlackMessage } from './slack-message.ts';

/** What happened to a message that was there already. */
export type ChangeOfMessage =
  | { readonly kind: 'edited'; readonly message: SlackMessage }
  | { readonly kind: 'deleted'; readonly ts: string; readonly thread: string | null }
  /** Slack added a preview or a language, or the message is a bot's. */
  | { readonly kind: 'nothing' };

const Before = z.object({
  edited: z.object({ ts: z.string() }).nullish(),
  thread_ts: z.string().nullish(),
});
const Changed = z.object({
  subtype: z.literal('message_changed'),
  message: z.unknown(),
  previous_message: Before.nullish(),
});
const Deleted = z.object({
  subtype: z.literal('message_deleted'),
  deleted_ts: z.string(),
  previous_message: Before.nullish(),
});

/** Reads a `message_changed` or `message_deleted` event; null for any other. A message that began a thread is deleted by a change that
 * makes it a tombstone. Source: https://docs.slack.dev/reference/events/message/message_changed. */
export function parseChangeOfMessage(event: unknown): ChangeOfMessage | null {
  const deleted = Deleted.safeParse(event).data;
  if (deleted) return { kind: 'deleted', ts: deleted.deleted_ts, thread: deleted.previous_message?.thread_ts ?? null };
  const changed = Changed.safeParse(event).data;
  if (!changed) return null;
  const message = parseSlackMessage(changed.message);
  if (message?.subtype === TOMBSTONE) return { kind: 'deleted', ts: message.ts, thread: message.thread_ts ?? null };
  const editedBefore = changed.previous_message?.edited?.ts;
  const isEdit = message?.edited && message.edited.ts !== editedBefore && !message.bot_id && isNew(message.subtype);
  return isEdit ? { kind: 'edited', message } : { kind: 'nothing' };
}

/** Stands in the place of a deleted message that has replies. */
export const TOMBSTONE = 'tombstone';
