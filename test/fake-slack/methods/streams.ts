import { type JsonObject, objectsAt, stringAt } from '../json.ts';
import { nameBlocks } from '../name-blocks.ts';
import { checkPayload, memberChannel, postAsBot } from '../post-message.ts';
import { SlackError } from '../slack-error.ts';
import type { MethodEntry, SlackState } from '../slack-state.ts';
import { findMessage, type Message, replaceMessage } from '../workspace.ts';

/** Slack ends a stream by itself about five minutes after its start, even one that is being written to. */
const STREAM_LIFE_MS = 5 * 60_000;
const MARKDOWN_PER_CALL = 12_000;
const LOADING_MESSAGES = 10;

function startStream(args: JsonObject, slack: SlackState): JsonObject {
  const channel = memberChannel(stringAt(args, 'channel'), slack);
  const thread = stringAt(args, 'thread_ts');
  if (!findMessage(slack.workspace, channel.id, thread)) throw new SlackError('invalid_thread_ts');
  for (const key of channel.kind === 'im' ? [] : ['recipient_team_id', 'recipient_user_id']) {
    if (!args[key]) throw new SlackError(`missing_${key}`);
  }
  const text = streamed(args);
  const message = postAsBot({ channel: channel.id, thread, args: { text }, onlyFor: null }, slack);
  const startedAt = slack.clock.now();
  slack.workspace.streams.set(message.ts, { channel: channel.id, ts: message.ts, startedAt, state: 'streaming' });
  return { channel: channel.id, ts: message.ts };
}

function appendStream(args: JsonObject, slack: SlackState): JsonObject {
  const message = openStream(args, slack);
  const text = streamed(args);
  if (text === '') throw new SlackError('no_text');
  replaceMessage(slack.workspace, { ...message, text: message.text + text });
  return { channel: message.channel, ts: message.ts };
}

function stopStream(args: JsonObject, slack: SlackState): JsonObject {
  const message = openStream(args, slack);
  if (args.blocks !== undefined) checkPayload({ text: ' ', blocks: args.blocks }, true);
  const done = {
    ...message,
    text: message.text + streamed(args),
    blocks: nameBlocks(objectsAt(args, 'blocks'), slack.workspace),
  };
  replaceMessage(slack.workspace, done);
  const stream = slack.workspace.streams.get(message.ts);
  if (stream) slack.workspace.streams.set(message.ts, { ...stream, state: 'stopped' });
  slack.outbox.updates.push(done);
  return { channel: message.channel, ts: message.ts, message: { text: done.text } };
}

function openStream(args: JsonObject, { workspace, clock }: SlackState): Message {
  const message = findMessage(workspace, stringAt(args, 'channel'), stringAt(args, 'ts'));
  const stream = message && workspace.streams.get(message.ts);
  if (!message || !stream) throw new SlackError('message_not_found');
  if (stream.state === 'stopped-by-user') throw new SlackError('stopped_by_user');
  if (stream.state !== 'streaming' || clock.now() - stream.startedAt > STREAM_LIFE_MS) {
    throw new SlackError('message_not_in_streaming_state');
  }
  return message;
}

function streamed(args: JsonObject): string {
  const chunks = objectsAt(args, 'chunks').map((chunk) => stringAt(chunk, 'text'));
  const text = stringAt(args, 'markdown_text') + chunks.join('');
  if (text.length > MARKDOWN_PER_CALL) throw new SlackError('msg_too_long');
  return text;
}

function setStatus(args: JsonObject, { workspace }: SlackState): JsonObject {
  const channel = stringAt(args, 'channel_id');
  const thread = stringAt(args, 'thread_ts');
  if (!workspace.channels.has(channel)) throw new SlackError('channel_not_found');
  if (!thread || typeof args.status !== 'string') throw new SlackError('invalid_arguments');
  const loading = args.loading_messages;
  if (Array.isArray(loading) && loading.length > LOADING_MESSAGES) throw new SlackError('invalid_arguments');
  workspace.statuses.set(`${channel}/${thread}`, args.status);
  return {};
}

export const STREAM_METHODS: Readonly<Record<string, MethodEntry>> = {
  'chat.startStream': { run: startStream, scopes: ['chat:write'] },
  'chat.appendStream': { run: appendStream, scopes: ['chat:write'] },
  'chat.stopStream': { run: stopStream, scopes: ['chat:write'] },
  'assistant.threads.setStatus': { run: setStatus, scopes: ['assistant:write', 'chat:write'] },
};
