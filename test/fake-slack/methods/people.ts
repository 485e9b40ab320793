import { type JsonObject, stringAt } from '../json.ts';
import { SlackError } from '../slack-error.ts';
import type { MethodEntry, SlackState } from '../slack-state.ts';
import { findMessage } from '../workspace.ts';

function authTest(_args: JsonObject, { workspace }: SlackState): JsonObject {
  const { bot, team } = workspace;
  return {
    url: 'https://nginx-why.slack.com/',
    team: 'nginx-why',
    user: bot.name,
    team_id: team,
    user_id: bot.user,
    bot_id: bot.id,
    is_enterprise_install: false,
  };
}

function usersInfo(args: JsonObject, { workspace }: SlackState): JsonObject {
  const id = stringAt(args, 'user');
  const name = workspace.people.get(id);
  if (name === undefined) throw new SlackError('user_not_found');
  const profile = { display_name: name, real_name: name };
  return {
    user: { id, team_id: workspace.team, name: name.toLowerCase(), is_bot: id === workspace.bot.user, profile },
  };
}

function botsInfo(args: JsonObject, { workspace }: SlackState): JsonObject {
  const { bot, appId } = workspace;
  if (stringAt(args, 'bot') !== bot.id) throw new SlackError('bot_not_found');
  return { bot: { id: bot.id, app_id: appId, user_id: bot.user, name: bot.name, deleted: false } };
}

function react(how: 'add' | 'remove') {
  return (args: JsonObject, { workspace }: SlackState): JsonObject => {
    const [channel, ts, name] = [stringAt(args, 'channel'), stringAt(args, 'timestamp'), stringAt(args, 'name')];
    if (!workspace.channels.has(channel)) throw new SlackError('channel_not_found');
    if (!findMessage(workspace, channel, ts)) throw new SlackError('message_not_found');
    if (!/^[a-z0-9_+'-]+(::skin-tone-[2-6])?$/.test(name)) throw new SlackError('invalid_name');
    const key = `${channel}/${ts}/${name}`;
    if (how === 'add' && workspace.reactions.has(key)) throw new SlackError('already_reacted');
    if (how === 'remove' && !workspace.reactions.has(key)) throw new SlackError('no_reaction');
    if (how === 'add') workspace.reactions.add(key);
    else workspace.reactions.delete(key);
    return {};
  };
}

function openConnection(_args: JsonObject, { issueSocketUrl }: SlackState): JsonObject {
  return { url: issueSocketUrl() };
}

export const PEOPLE_METHODS: Readonly<Record<string, MethodEntry>> = {
  'auth.test': { run: authTest, scopes: [] },
  'apps.connections.open': { run: openConnection, scopes: ['connections:write'] },
  'users.info': { run: usersInfo, scopes: ['users:read'] },
  'bots.info': { run: botsInfo, scopes: ['users:read'] },
  'reactions.add': { run: react('add'), scopes: ['reactions:write'] },
  'reactions.remove': { run: react('remove'), scopes: ['reactions:write'] },
};
