import type { Dispatcher } from './dispatcher.ts';
import { isObject, type JsonObject, objectAt, objectsAt, stringAt } from './json.ts';
import { storeView, validView } from './methods/views.ts';
import { checkPayload, messageEvent } from './post-message.ts';
import { type ResponseTarget, type ResponseUrls, respondWithMessage } from './response-urls.ts';
import type { SlackState } from './slack-state.ts';
import { readValues, type Values } from './view-state.ts';
import { ANNA, type Message, OPS } from './workspace.ts';

interface Command {
  readonly text: string;
  /** `/nginx-why`, where it isn't said. */
  readonly command?: string;
  readonly user?: string;
  readonly channel?: string;
}

/** What people do with commands, shortcuts, buttons and modals. Each resolves with the bot's acknowledgement, and
 * rejects when none came within three seconds. */
export interface Interactions {
  readonly command: (command: Command) => Promise<JsonObject>;
  readonly messageShortcut: (message: Message, callbackId: string, user?: string) => Promise<JsonObject>;
  readonly globalShortcut: (callbackId: string, user?: string) => Promise<JsonObject>;
  /** Clicks the element with this action id; `value` picks one of feedback buttons or options. */
  readonly click: (on: Message | JsonObject, actionId: string, value?: string, user?: string) => Promise<JsonObject>;
  /** Submits a modal; the values are by the action id of their input. */
  readonly submit: (view: JsonObject, values: Values, user?: string) => Promise<JsonObject>;
}

export function createInteractions(slack: SlackState, { dispatch }: Dispatcher, urls: ResponseUrls): Interactions {
  const { workspace, triggers } = slack;

  function who(user: string): JsonObject {
    const name = workspace.people.get(user) ?? user;
    return { id: user, username: name.toLowerCase(), name: name.toLowerCase(), team_id: workspace.team };
  }

  function envelope(type: string, user: string): JsonObject {
    return {
      type,
      token: 'unused-verification-token',
      api_app_id: workspace.appId,
      team: { id: workspace.team, domain: 'nginx-why' },
      enterprise: null,
      is_enterprise_install: false,
      user: who(user),
      trigger_id: triggers.issue(user),
    };
  }

  async function command({ text, command = '/nginx-why', user = ANNA, channel = OPS }: Command): Promise<JsonObject> {
    const target: ResponseTarget = { channel, user, message: null };
    const ack = await dispatch('slash_commands', {
      token: 'unused-verification-token',
      team_id: workspace.team,
      team_domain: 'nginx-why',
      channel_id: channel,
      channel_name: channelName(channel),
      user_id: user,
      user_name: workspace.people.get(user) ?? user,
      command,
      text,
      api_app_id: workspace.appId,
      is_enterprise_install: 'false',
      response_url: urls.issue(target),
      trigger_id: triggers.issue(user),
    });
    return answerWith(ack, target);
  }

  /** An acknowledgement with text or blocks is an answer by itself. */
  function answerWith(ack: JsonObject, target: ResponseTarget): JsonObject {
    if (!stringAt(ack, 'text') && !objectsAt(ack, 'blocks').length) return ack;
    checkPayload(ack, false);
    respondWithMessage(target, ack, slack);
    return ack;
  }

  function messageShortcut(message: Message, callbackId: string, user = ANNA): Promise<JsonObject> {
    return dispatch('interactive', {
      ...envelope('message_action', user),
      callback_id: callbackId,
      action_ts: workspace.nextTs(),
      message_ts: message.ts,
      message: messageEvent(message, slack),
      channel: { id: message.channel, name: channelName(message.channel) },
      response_url: urls.issue({ channel: message.channel, user, message: null }),
    });
  }

  function globalShortcut(callbackId: string, user = ANNA): Promise<JsonObject> {
    return dispatch('interactive', {
      ...envelope('shortcut', user),
      callback_id: callbackId,
      action_ts: workspace.nextTs(),
    });
  }

  async function click(on: Message | JsonObject, actionId: string, value?: string, user = ANNA): Promise<JsonObject> {
    const found = findElement(objectsAt({ blocks: on.blocks }, 'blocks'), actionId);
    if (!found) throw new Error(`There is no element with the action id ${actionId}`);
    const action_ts = workspace.nextTs();
    const action = { ...toAction(found.element, value), action_id: actionId, block_id: found.blockId, action_ts };
    const place = isMessage(on) ? onMessage(on, user) : { container: { type: 'view', view_id: on.id }, view: on };
    return dispatch('interactive', {
      ...envelope('block_actions', user),
      ...place,
      actions: [action],
      state: { values: {} },
    });
  }

  function onMessage(message: Message, user: string): JsonObject {
    const { channel, ts, thread, onlyFor } = message;
    const is_ephemeral = onlyFor !== null;
    const thread_ts = thread === null ? {} : { thread_ts: thread };
    return {
      container: { type: 'message', message_ts: ts, channel_id: channel, is_ephemeral, ...thread_ts },
      channel: { id: channel, name: channelName(channel) },
      ...(is_ephemeral ? {} : { message: messageEvent(message, slack) }),
      response_url: urls.issue({ channel, user, message: ts }),
    };
  }

  async function submit(view: JsonObject, values: Values, user = ANNA): Promise<JsonObject> {
    const state = { values: readValues(objectsAt(view, 'blocks'), values, slack) };
    const payload = { ...envelope('view_submission', user), view: { ...view, state }, response_urls: [] };
    const ack = await dispatch('interactive', payload);
    const action = stringAt(ack, 'response_action');
    if (action === 'update' || action === 'push') {
      const id = action === 'update' ? stringAt(view, 'id') : workspace.nextId('V');
      const next = storeView(validView(objectAt(ack, 'view')), id, stringAt(view, 'root_view_id'), slack);
      slack.outbox.views.push({ how: action, user, view: next });
    } else if (action !== 'errors') workspace.views.delete(stringAt(view, 'id'));
    return ack;
  }

  function channelName(id: string): string {
    const channel = workspace.channels.get(id);
    return channel?.kind === 'im' ? 'directmessage' : (channel?.name ?? id);
  }

  return { command, messageShortcut, globalShortcut, click, submit };
}

function isMessage(on: Message | JsonObject): on is Message {
  return typeof on.channel === 'string' && typeof on.ts === 'string';
}

function findElement(
  blocks: readonly JsonObject[],
  actionId: string,
): { readonly element: JsonObject; readonly blockId: string } | null {
  for (const block of blocks) {
    const held = [...objectsAt(block, 'elements'), block.accessory, block.element].filter(isObject);
    const element = held.find(({ action_id }) => action_id === actionId);
    if (element) return { element, blockId: stringAt(block, 'block_id') };
    const below = findElement(objectsAt(block, 'child_blocks'), actionId);
    if (below) return below;
  }
  return null;
}

function toAction(element: JsonObject, value: string | undefined): JsonObject {
  const { type, text } = element;
  if (type === 'feedback_buttons') {
    const choices = [objectAt(element, 'positive_button'), objectAt(element, 'negative_button')];
    const chosen = choices.find((choice) => choice.value === value) ?? choices[0];
    return { type, ...chosen };
  }
  const options = objectsAt(element, 'options');
  if (options.length > 0) {
    return { type, selected_option: options.find((option) => option.value === value) ?? options[0] };
  }
  return { type, text, ...(element.value === undefined ? {} : { value: element.value }) };
}
