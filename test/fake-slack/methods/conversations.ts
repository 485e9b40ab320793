import { type JsonObject, stringAt } from '../json.ts';
import { SlackError } from '../slack-error.ts';
import type { MethodEntry, SlackState } from '../slack-state.ts';
import { toWireMessage } from '../wire-message.ts';
import { type Channel, findMessage, type Message, type Workspace } from '../workspace.ts';

const MOST = 999;

function replies(args: JsonObject, slack: SlackState): JsonObject {
  const channel = readable(args, slack);
  const root = findMessage(slack.workspace, channel.id, stringAt(args, 'ts'));
  if (!root || root.onlyFor !== null) throw new SlackError('thread_not_found');
  const start = root.thread ?? root.ts;
  return page(args, slack, (message) => message.ts === start || message.thread === start);
}

function history(args: JsonObject, slack: SlackState): JsonObject {
  const channel = readable(args, slack);
  const { messages, ...rest } = page(args, slack, ({ thread, channel: id }) => id === channel.id && thread === null);
  return { messages: Array.isArray(messages) ? messages.toReversed() : [], ...rest };
}

function page(args: JsonObject, { workspace, filesUrl }: SlackState, match: (message: Message) => boolean): JsonObject {
  const oldest = stringAt(args, 'oldest') || '0';
  const latest = stringAt(args, 'latest') || '99999999999';
  const channel = stringAt(args, 'channel');
  const limit = Math.min(Number(args.limit ?? 100) || 100, MOST);
  const inclusive = String(args.inclusive) === 'true';
  const within = ({ ts }: Message): boolean =>
    (ts > oldest && ts < latest) || (inclusive && (ts === oldest || ts === latest));
  const found = workspace.messages.filter(
    (message) => message.channel === channel && message.onlyFor === null && match(message) && within(message),
  );
  const messages = found.slice(0, limit).map((message) => toWireMessage(message, workspace, filesUrl));
  return { messages, has_more: found.length > limit, response_metadata: { next_cursor: '' } };
}

function info(args: JsonObject, { workspace }: SlackState): JsonObject {
  const channel = workspace.channels.get(stringAt(args, 'channel'));
  if (!channel) throw new SlackError('channel_not_found');
  return { channel: toWireChannel(channel, workspace.bot.user) };
}

function open(args: JsonObject, { workspace }: SlackState): JsonObject {
  const user = stringAt(args, 'users');
  const im = [...workspace.channels.values()].find(({ kind, members }) => kind === 'im' && members.has(user));
  if (im) return { channel: { id: im.id } };
  if (!workspace.people.has(user)) throw new SlackError('user_not_found');
  const id = workspace.nextId('D');
  workspace.channels.set(id, { id, name: user, kind: 'im', members: new Set([user, workspace.bot.user]) });
  return { channel: { id } };
}

function readable(args: JsonObject, { workspace }: SlackState): Channel {
  const channel = workspace.channels.get(stringAt(args, 'channel'));
  if (!channel) throw new SlackError('channel_not_found');
  if (!channel.members.has(workspace.bot.user)) throw new SlackError('not_in_channel');
  return channel;
}

function toWireChannel({ id, name, kind, members }: Channel, bot: string): JsonObject {
  return {
    id,
    name,
    is_channel: kind === 'channel',
    is_group: kind === 'group',
    is_im: kind === 'im',
    is_private: kind !== 'channel',
    is_member: members.has(bot),
    is_ext_shared: false,
    is_archived: false,
  };
}

const PREFIX: Readonly<Record<Channel['kind'], string>> = { channel: 'channels', group: 'groups', im: 'im' };

function scopeOf(what: 'history' | 'read') {
  return (args: JsonObject, workspace: Workspace): readonly string[] => {
    const kind = workspace.channels.get(stringAt(args, 'channel'))?.kind ?? 'channel';
    return [`${PREFIX[kind]}:${what}`];
  };
}

export const CONVERSATION_METHODS: Readonly<Record<string, MethodEntry>> = {
  'conversations.replies': { run: replies, scopes: scopeOf('history') },
  'conversations.history': { run: history, scopes: scopeOf('history') },
  'conversations.info': { run: info, scopes: scopeOf('read') },
  'conversations.open': { run: open, scopes: ['im:write'] },
};
