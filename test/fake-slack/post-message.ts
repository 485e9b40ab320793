import { blocksTooLong, checkBlocks } from './check-blocks.ts';
import { type JsonObject, objectsAt, stringAt } from './json.ts';
import { nameBlocks } from './name-blocks.ts';
import { SlackError } from './slack-error.ts';
import type { SlackState } from './slack-state.ts';
import { toWireMessage } from './wire-message.ts';
import { type Channel, findMessage, type Message, type SlackFile } from './workspace.ts';

const POST_TEXT = 40_000;
const KEPT = ['unfurl_links', 'unfurl_media', 'metadata', 'mrkdwn', 'parse', 'link_names', 'markdown_text'];

/** Refuses a payload that Slack would refuse; `budget` is off for response_url, which lets long blocks pass. */
export function checkPayload(args: JsonObject, budget: boolean): void {
  const { blocks } = args;
  const text = stringAt(args, 'text');
  if (text.length > POST_TEXT) throw new SlackError('msg_too_long');
  if (args.markdown_text !== undefined && (blocks !== undefined || text !== '')) {
    throw new SlackError('markdown_text_conflict');
  }
  if (stringAt(args, 'markdown_text').length > 12_000) throw new SlackError('msg_too_long');
  if (blocks !== undefined) refuseBlocks(blocks, budget);
  const empty = text === '' && !stringAt(args, 'markdown_text') && !objectsAt(args, 'blocks').length;
  if (empty && !objectsAt(args, 'attachments').length) throw new SlackError('no_text');
}

function refuseBlocks(blocks: unknown, budget: boolean): void {
  if (!Array.isArray(blocks)) throw new SlackError('invalid_blocks_format');
  const problems = checkBlocks(blocks, 'message');
  if (problems.length > 0) {
    throw new SlackError('invalid_blocks', { errors: problems, response_metadata: { messages: problems } });
  }
  if (budget && blocksTooLong(blocks)) throw new SlackError('msg_blocks_too_long');
}

/** The channel, which must exist, be visible to the bot and have it as a member. A person's id means the DM with them. */
export function memberChannel(id: string, { workspace }: SlackState): Channel {
  const channel = workspace.channels.get(id) ?? imOf(id, [...workspace.channels.values()]);
  if (!channel) throw new SlackError('channel_not_found');
  if (!channel.members.has(workspace.bot.user)) throw new SlackError('not_in_channel');
  return channel;
}

function imOf(user: string, channels: readonly Channel[]): Channel | undefined {
  return channels.find(({ kind, members }) => kind === 'im' && members.has(user));
}

/** What the bot posts, before the workspace gives it its place. */
export interface Draft {
  readonly channel: string;
  readonly thread: string | null;
  readonly args: JsonObject;
  readonly onlyFor: string | null;
  readonly files?: readonly SlackFile[];
}

/** Stores a message of the bot and tells whoever waits for it. A thread whose parent is gone becomes a top-level
 * message without a word, as on Slack. */
export function postAsBot({ channel, thread, args, onlyFor, files = [] }: Draft, slack: SlackState): Message {
  const { workspace, outbox } = slack;
  const parent = thread === null ? null : findMessage(workspace, channel, thread);
  const message: Message = {
    channel,
    ts: workspace.nextTs(),
    thread: parent === null ? null : (parent.thread ?? parent.ts),
    user: workspace.bot.user,
    text: stringAt(args, 'text'),
    blocks: nameBlocks(objectsAt(args, 'blocks'), workspace),
    files,
    fromBot: true,
    onlyFor,
    edited: null,
    extra: Object.fromEntries(KEPT.flatMap((key) => (args[key] === undefined ? [] : [[key, args[key]]]))),
  };
  workspace.messages.push(message);
  if (onlyFor === null) {
    outbox.messages.push(message);
    slack.emit(messageEvent(message, slack));
  } else outbox.ephemerals.push(message);
  return message;
}

/** The `message` event of a message, as its channel's subscribers get it. */
export function messageEvent(message: Message, { workspace, filesUrl }: SlackState): JsonObject {
  const kind = workspace.channels.get(message.channel)?.kind ?? 'channel';
  return {
    ...toWireMessage(message, workspace, filesUrl),
    channel: message.channel,
    channel_type: kind,
    event_ts: message.ts,
  };
}
