import type { Deliver, Envelope, EnvelopeType, Retry } from './delivery.ts';
import { createInbox, type Inbox } from './inbox.ts';
import { type JsonObject, stringAt } from './json.ts';
import type { Workspace } from './workspace.ts';

/** An envelope that was handed to the bot, and how that ended. */
interface Dispatched {
  readonly envelope: Envelope;
  /** The body of the acknowledgement; null when there was none. */
  readonly ack: JsonObject | null;
  /** Why it wasn't acknowledged; null when it was. */
  readonly error: string | null;
}

export interface Dispatcher {
  /** Delivers and resolves with the acknowledgement; rejects when none came in time. */
  readonly dispatch: (type: EnvelopeType, payload: JsonObject) => Promise<JsonObject>;
  /** Delivers the same envelope once more, as Slack does when it saw no acknowledgement. */
  readonly redeliver: (envelope: Envelope, retry?: Retry) => Promise<JsonObject>;
  /** Tells the bot of an event, if it subscribed to it and is a member where it happened. */
  readonly emit: (event: JsonObject) => void;
  readonly dispatched: Inbox<Dispatched>;
}

const MEMBERS_HEAR: Readonly<Record<string, string>> = { channel: 'channels', group: 'groups', im: 'im' };

export function createDispatcher(deliver: Deliver, subscribed: ReadonlySet<string>, workspace: Workspace): Dispatcher {
  const dispatched = createInbox<Dispatched>('delivery');

  async function hand(envelope: Envelope, retry: Retry | null): Promise<JsonObject> {
    try {
      const ack = await deliver(envelope, retry);
      dispatched.push({ envelope, ack, error: null });
      return ack;
    } catch (error) {
      dispatched.push({ envelope, ack: null, error: String(error) });
      throw error;
    }
  }

  function dispatch(type: EnvelopeType, payload: JsonObject): Promise<JsonObject> {
    return hand({ id: workspace.nextId('envelope-'), type, payload }, null);
  }

  function emit(event: JsonObject): void {
    if (!subscribed.has(subscriptionOf(event, workspace))) return;
    const channel = workspace.channels.get(stringAt(event, 'channel'));
    if (channel && !channel.members.has(workspace.bot.user)) return;
    dispatch('events_api', toCallback(event, workspace)).catch(() => {
      // `dispatched` holds the error; nobody waits for the acknowledgement of an event.
    });
  }

  const redeliver = (envelope: Envelope, retry: Retry = { attempt: 1, reason: 'timeout' }) => hand(envelope, retry);
  return { dispatch, redeliver, emit, dispatched };
}

function subscriptionOf(event: JsonObject, workspace: Workspace): string {
  if (event.type !== 'message') return stringAt(event, 'type');
  const kind = workspace.channels.get(stringAt(event, 'channel'))?.kind ?? 'channel';
  return `message.${MEMBERS_HEAR[kind]}`;
}

function toCallback(event: JsonObject, { team, appId, bot, nextId }: Workspace): JsonObject {
  return {
    token: 'unused-verification-token',
    team_id: team,
    context_team_id: team,
    api_app_id: appId,
    event,
    type: 'event_callback',
    event_id: nextId('Ev'),
    event_time: Math.floor(Number(event.event_ts ?? 0)),
    authorizations: [
      { enterprise_id: null, team_id: team, user_id: bot.user, is_bot: true, is_enterprise_install: false },
    ],
    is_ext_shared_channel: false,
    event_context: 'unused-context',
  };
}
