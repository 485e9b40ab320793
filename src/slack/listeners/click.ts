import { z } from 'zod';
import { newRow, parseBlockId, type RowState } from '../views/row-state.ts';

const ClickSchema = z.object({
  response_url: z.string(),
  user: z.object({ id: z.string(), team_id: z.string().nullish() }),
  team: z.object({ id: z.string() }).nullish(),
  channel: z.object({ id: z.string() }),
  container: z.object({
    message_ts: z.string(),
    thread_ts: z.string().nullish(),
    is_ephemeral: z.boolean().nullish(),
  }),
  message: z.object({ thread_ts: z.string().nullish() }).nullish(),
  actions: z
    .array(
      z.object({
        action_id: z.string(),
        block_id: z.string().nullish(),
        value: z.string().nullish(),
        action_ts: z.string(),
      }),
    )
    .min(1),
});

/** A press on one of our buttons in a message. */
export interface Click {
  readonly actionId: string;
  /** Where the paste can be found again. */
  readonly value: string;
  readonly user: string;
  /** The workspace of the person; empty where Slack doesn't say. */
  readonly team: string;
  readonly channel: string;
  readonly responseUrl: string;
  /** The thread in which everybody who sees the message reads on; null where only the asker sees it. */
  readonly thread: string | null;
  readonly row: RowState;
  /** When it was pressed, by Slack's clock, in seconds since 1970. */
  readonly at: number;
}

/** Reads the body of a `block_actions` payload; null when it isn't about a message. */
export function parseClick(body: unknown): Click | null {
  const read = ClickSchema.safeParse(body).data;
  const action = read?.actions[0];
  if (!read || !action) return null;
  const { container, message } = read;
  const thread = container.thread_ts ?? message?.thread_ts ?? container.message_ts;
  const isPrivate = container.is_ephemeral === true;
  return {
    actionId: action.action_id,
    value: action.value ?? '',
    user: read.user.id,
    team: read.user.team_id ?? read.team?.id ?? '',
    channel: read.channel.id,
    responseUrl: read.response_url,
    thread: isPrivate ? null : thread,
    at: Math.floor(Number(action.action_ts)),
    row: parseBlockId(action.block_id ?? '') ?? newRow(isPrivate ? 'asker' : 'thread'),
  };
}
