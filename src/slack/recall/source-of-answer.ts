import { z } from 'zod';
import type { SlackMessage } from '../incoming/slack-message.ts';

const ActionsSchema = z.object({
  type: z.literal('actions'),
  elements: z.array(z.object({ action_id: z.string(), value: z.string().nullish() })),
});

/** The value of the buttons of one of our own answers, which says where its paste is: what the answer itself says must never be
 * read as a log. Null for any other message; whose message it is, is told by its `bot_id`, never by its buttons. */
export function sourceOfAnswer(message: SlackMessage, botId: string): string | null {
  if (message.bot_id !== botId) return null;
  const rows = (message.blocks ?? []).flatMap((block) => ActionsSchema.safeParse(block).data ?? []);
  const values = rows.flatMap(({ elements }) => elements.flatMap(({ value }) => value ?? []));
  return values[0] ?? '';
}
