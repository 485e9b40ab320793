import { createServer, type Server } from 'node:http';
import { type Clock, createClock } from './clock.ts';
import { createDispatcher, type Dispatcher } from './dispatcher.ts';
import { createFaults, type Faults } from './faults.ts';
import { createFileHost } from './file-host.ts';
import { createHttpDelivery } from './http-delivery.ts';
import { createInteractions, type Interactions } from './interactions.ts';
import { listen } from './listen.ts';
import { createOutbox, type Outbox } from './outbox.ts';
import { createPeople, type People } from './people.ts';
import { createResponseUrls } from './response-urls.ts';
import type { SlackState } from './slack-state.ts';
import { createSocketMode, type SocketMode } from './socket-mode.ts';
import { createTriggers } from './triggers.ts';
import { createWebApi, type Tokens } from './web-api.ts';
import { createWorkspace, type Message, type Workspace } from './workspace.ts';

/** How the stand-in behaves; what isn't said is as for an app with every optional scope, over Socket Mode. */
export interface FakeSlackOptions {
  readonly scopes?: readonly string[];
  /** Events that the app subscribed to. */
  readonly events?: readonly string[];
  /** The bot's address for signed requests; Socket Mode where it isn't given. `requestUrl` may be set later too. */
  readonly requestUrl?: string;
}

export interface FakeSlack extends Outbox, People, Interactions, Omit<Dispatcher, 'dispatch' | 'emit'> {
  /** For `slackApiUrl`, with a slash at its end. */
  readonly apiUrl: string;
  /** The host that files come from, with a slash at its end. */
  readonly filesUrl: string;
  readonly signingSecret: string;
  readonly tokens: Tokens;
  readonly workspace: Workspace;
  readonly clock: Clock;
  readonly faults: Faults;
  readonly socket: SocketMode;
  /** From now on deliver by signed HTTP to this address. */
  readonly deliverTo: (requestUrl: string) => void;
  /** The next message of the bot that everybody in its channel sees. */
  readonly nextMessage: (match?: (message: Message) => boolean, withinMs?: number) => Promise<Message>;
  readonly stop: () => Promise<void>;
}

const TOKENS: Tokens = { bot: 'xoxb-0000-fake-bot-token', app: 'xapp-1-A0NGINXWHY-0000-fake-app-token' };
const SIGNING_SECRET = '0123456789abcdef0123456789abcdef';
export const SCOPES: readonly string[] = [
  ...['app_mentions:read', 'assistant:write', 'chat:write', 'commands', 'files:read', 'files:write', 'reactions:write'],
  ...[
    'channels:history',
    'groups:history',
    'im:history',
    'channels:read',
    'groups:read',
    'im:read',
    'im:write',
    'users:read',
  ],
];
export const EVENTS: readonly string[] = [
  ...['app_mention', 'message.im', 'app_home_opened', 'agent_session_stopped', 'app_uninstalled', 'tokens_revoked'],
];

/** Starts a strict local stand-in for Slack on free ports of 127.0.0.1. */
export async function startFakeSlack(options: FakeSlackOptions = {}): Promise<FakeSlack> {
  const clock = createClock();
  const workspace = createWorkspace(clock);
  const faults = createFaults();
  const outbox = createOutbox();
  const scopes = new Set(options.scopes ?? SCOPES);
  const fileHost = createFileHost(workspace, TOKENS.bot, scopes, faults);
  const filesUrl = await listen(fileHost);
  const server = createServer();
  const url = await listen(server);
  const socket = createSocketMode(server, workspace.appId, () => url.replace('http:', 'ws:'));
  let deliver = options.requestUrl ? createHttpDelivery(options.requestUrl, SIGNING_SECRET, clock) : socket.deliver;
  const subscribed = new Set(options.events ?? EVENTS);
  const dispatcher = createDispatcher((envelope, retry) => deliver(envelope, retry), subscribed, workspace);
  const triggers = createTriggers(clock);
  const { emit } = dispatcher;
  const slack: SlackState = { workspace, clock, outbox, triggers, filesUrl, emit, issueSocketUrl: socket.issueUrl };
  const urls = createResponseUrls(slack, () => url, faults);
  const webApi = createWebApi(slack, TOKENS, scopes, faults);

  server.on('request', (request, response) => {
    const path = new URL(request.url ?? '/', url).pathname;
    const method = /^\/api\/([\w.]+)$/.exec(path)?.[1];
    const responseId = /^\/response\/(\w+)$/.exec(path)?.[1];
    if (method) void webApi(request, response, method);
    else if (responseId) void urls.serve(request, response, responseId);
    else response.writeHead(404).end();
  });

  return {
    ...outbox,
    ...createPeople(slack, dispatcher),
    ...createInteractions(slack, dispatcher, urls),
    ...dispatcher,
    apiUrl: `${url}api/`,
    filesUrl,
    signingSecret: SIGNING_SECRET,
    tokens: TOKENS,
    workspace,
    clock,
    faults,
    socket,
    deliverTo(requestUrl) {
      deliver = createHttpDelivery(requestUrl, SIGNING_SECRET, clock);
    },
    nextMessage: outbox.messages.next,
    async stop() {
      await socket.close();
      await Promise.all([close(server), close(fileHost)]);
    },
  };
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
