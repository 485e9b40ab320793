import { checkView, viewTooLarge } from '../check-view.ts';
import { isObject, type JsonObject, objectsAt, stringAt } from '../json.ts';
import { nameBlocks } from '../name-blocks.ts';
import { SlackError } from '../slack-error.ts';
import type { MethodEntry, SlackState } from '../slack-state.ts';

/** Stores a view and gives it its id and hash. `root` is the modal at the bottom of the stack. */
export function storeView(view: JsonObject, id: string, root: string, slack: SlackState): JsonObject {
  const { workspace } = slack;
  const stored = {
    ...view,
    id,
    team_id: workspace.team,
    app_id: workspace.appId,
    app_installed_team_id: workspace.team,
    bot_id: workspace.bot.id,
    hash: workspace.nextId('hash.'),
    root_view_id: root,
    previous_view_id: root === id ? null : root,
    private_metadata: stringAt(view, 'private_metadata'),
    callback_id: stringAt(view, 'callback_id'),
    blocks: nameBlocks(objectsAt(view, 'blocks'), workspace),
    state: { values: {} },
  };
  workspace.views.set(id, stored);
  return stored;
}

/** The view of the arguments; refuses what Slack would refuse. */
export function validView(view: unknown): JsonObject {
  const problems = checkView(view);
  if (problems.length > 0) throw new SlackError('invalid_arguments', { response_metadata: { messages: problems } });
  if (!isObject(view)) throw new SlackError('invalid_arguments');
  if (viewTooLarge(view)) throw new SlackError('view_too_large');
  return view;
}

function open(how: 'open' | 'push') {
  return (args: JsonObject, slack: SlackState): JsonObject => {
    const user = slack.triggers.take(stringAt(args, 'trigger_id'));
    const id = slack.workspace.nextId('V');
    const view = storeView(validView(args.view), id, id, slack);
    slack.outbox.views.push({ how, user, view });
    return { view };
  };
}

function update(args: JsonObject, slack: SlackState): JsonObject {
  const old = slack.workspace.views.get(stringAt(args, 'view_id'));
  if (!old) throw new SlackError('not_found');
  if (args.hash !== undefined && args.hash !== old.hash) throw new SlackError('hash_conflict');
  const view = storeView(validView(args.view), stringAt(old, 'id'), stringAt(old, 'root_view_id'), slack);
  slack.outbox.views.push({ how: 'update', user: '', view });
  return { view };
}

function publish(args: JsonObject, slack: SlackState): JsonObject {
  const user = stringAt(args, 'user_id');
  if (!slack.workspace.people.has(user)) throw new SlackError('invalid_arguments');
  const id = `VHOME${user}`;
  const view = storeView(validView(args.view), id, id, slack);
  slack.outbox.views.push({ how: 'publish', user, view });
  return { view };
}

export const VIEW_METHODS: Readonly<Record<string, MethodEntry>> = {
  'views.open': { run: open('open'), scopes: [] },
  'views.push': { run: open('push'), scopes: [] },
  'views.update': { run: update, scopes: [] },
  'views.publish': { run: publish, scopes: [] },
};
