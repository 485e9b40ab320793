import { z } from 'zod';

const BodySchema = z.object({
  event_id: z.string().nullish(),
  trigger_id: z.string().nullish(),
  team_id: z.string().nullish(),
  event: z
    .object({
      type: z.string(),
      subtype: z.string().nullish(),
      channel: z.unknown(),
      channel_type: z.string().nullish(),
      ts: z.string().nullish(),
      client_msg_id: z.string().nullish(),
      edited: z.object({ ts: z.string() }).nullish(),
    })
    .nullish(),
});

/** What makes two deliveries the same: the event's id, the message that it asks us about as it was last edited, the gesture that it
 * was typed with, or the trigger of a command or click. Empty for a body that has none of them. */
export function deliveryKeys(body: unknown): readonly string[] {
  const read = BodySchema.safeParse(body).data;
  if (!read) return [];
  const { event_id, trigger_id, team_id, event } = read;
  const isMessage = event?.type === 'app_mention' || (event?.type === 'message' && event.channel_type === 'im');
  const edit = event?.edited ? ` ${event.edited.ts}` : '';
  const keys = [
    event_id && `event ${event_id}`,
    trigger_id && `trigger ${trigger_id}`,
    isMessage && isNew(event.subtype) && event.ts && `message ${team_id} ${String(event.channel)} ${event.ts}${edit}`,
    isMessage && event.client_msg_id && `gesture ${team_id} ${event.client_msg_id}${edit}`,
  ];
  return keys.filter((key) => typeof key === 'string');
}

/** Slack tells edits, deletions and joins as messages too; those must not shadow the message itself. Nor does a channel's
 * `message` event shadow the `app_mention` about the same message, which may come after it. */
export function isNew(subtype: string | null | undefined): boolean {
  return !subtype || subtype === 'file_share' || subtype === 'thread_broadcast' || subtype === 'bot_message';
}
