import { type JsonObject, objectsAt, stringAt } from '../json.ts';
import { nameBlocks } from '../name-blocks.ts';
import { checkPayload, memberChannel, messageEvent, postAsBot } from '../post-message.ts';
import { SlackError } from '../slack-error.ts';
import type { MethodEntry, SlackState } from '../slack-state.ts';
import { escapeForSlack } from '../typed-message.ts';
import { toWireMessage } from '../wire-message.ts';
import { findMessage, type Message, removeMessage, replaceMessage } from '../workspace.ts';

const UPDATE_BYTES = 4_000;
const WRITE = ['chat:write'];

function postMessage(args: JsonObject, slack: SlackState): JsonObject {
  const channel = memberChannel(stringAt(args, 'channel'), slack);
  checkPayload(args, true);
  const thread = stringAt(args, 'thread_ts') || null;
  const message = postAsBot({ channel: channel.id, thread, args, onlyFor: null }, slack);
  return { channel: channel.id, ts: message.ts, message: toWireMessage(message, slack.workspace, slack.filesUrl) };
}

function postEphemeral(args: JsonObject, slack: SlackState): JsonObject {
  const channel = memberChannel(stringAt(args, 'channel'), slack);
  const user = stringAt(args, 'user');
  if (channel.kind === 'im') throw new SlackError('channel_not_found');
  if (!channel.members.has(user)) throw new SlackError('user_not_in_channel');
  checkPayload(args, true);
  const thread = stringAt(args, 'thread_ts') || null;
  const message = postAsBot({ channel: channel.id, thread, args, onlyFor: user }, slack);
  return { message_ts: message.ts };
}

function update(args: JsonObject, slack: SlackState): JsonObject {
  const old = ownMessage(args, slack, 'cant_update_message');
  if (slack.workspace.streams.get(old.ts)?.state === 'streaming') throw new SlackError('streaming_state_conflict');
  const text = stringAt(args, 'text');
  if (Buffer.byteLength(escapeForSlack(text)) > UPDATE_BYTES) throw new SlackError('msg_too_long');
  checkPayload(args, true);
  const blocks =
    args.blocks === undefined && text === '' ? old.blocks : nameBlocks(objectsAt(args, 'blocks'), slack.workspace);
  const edited = { user: old.user, ts: slack.workspace.nextTs() };
  const extra = args.metadata === undefined ? old.extra : { ...old.extra, metadata: args.metadata };
  const message: Message = { ...old, text: text || old.text, blocks, edited, extra };
  const stream = slack.workspace.streams.get(old.ts);
  if (stream) slack.workspace.streams.set(old.ts, { ...stream, state: 'replaced' });
  replaceMessage(slack.workspace, message);
  slack.outbox.updates.push(message);
  slack.emit(changedEvent(old, message, slack));
  const wire = toWireMessage(message, slack.workspace, slack.filesUrl);
  return { channel: old.channel, ts: old.ts, text: message.text, message: wire };
}

function remove(args: JsonObject, slack: SlackState): JsonObject {
  const message = ownMessage(args, slack, 'cant_delete_message');
  removeMessage(slack.workspace, message);
  return { channel: message.channel, ts: message.ts };
}

function getPermalink(args: JsonObject, { workspace }: SlackState): JsonObject {
  const channel = stringAt(args, 'channel');
  const ts = stringAt(args, 'message_ts');
  if (!workspace.channels.has(channel)) throw new SlackError('channel_not_found');
  if (!findMessage(workspace, channel, ts)) throw new SlackError('message_not_found');
  return { channel, permalink: `https://nginx-why.slack.com/archives/${channel}/p${ts.replace('.', '')}` };
}

function ownMessage(args: JsonObject, { workspace }: SlackState, refusal: string): Message {
  const channel = stringAt(args, 'channel');
  if (!workspace.channels.has(channel)) throw new SlackError('channel_not_found');
  const message = findMessage(workspace, channel, stringAt(args, 'ts'));
  if (!message || message.onlyFor !== null) throw new SlackError('message_not_found');
  if (!message.fromBot) throw new SlackError(refusal);
  return message;
}

/** The event of an edit; edits of the bot itself reach it too. */
export function changedEvent(old: Message, message: Message, slack: SlackState): JsonObject {
  const { channel_type, ...wire } = messageEvent(message, slack);
  return {
    type: 'message',
    subtype: 'message_changed',
    hidden: true,
    channel: message.channel,
    channel_type,
    message: wire,
    previous_message: toWireMessage(old, slack.workspace, slack.filesUrl),
    ts: slack.workspace.nextTs(),
    event_ts: message.ts,
  };
}

export const CHAT_METHODS: Readonly<Record<string, MethodEntry>> = {
  'chat.postMessage': { run: postMessage, scopes: WRITE },
  'chat.postEphemeral': { run: postEphemeral, scopes: WRITE },
  'chat.update': { run: update, scopes: WRITE },
  'chat.delete': { run: remove, scopes: WRITE },
  'chat.getPermalink': { run: getPermalink, scopes: [] },
};
