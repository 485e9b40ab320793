import type { Clock } from './clock.ts';
import type { JsonObject } from './json.ts';

export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly kind: 'channel' | 'group' | 'im';
  readonly members: ReadonlySet<string>;
}

/** A message as `conversations.history` gives it, with what only the stand-in needs. */
export interface Message {
  readonly channel: string;
  readonly ts: string;
  /** `ts` of the thread's first message; null outside of a thread. */
  readonly thread: string | null;
  readonly user: string;
  readonly text: string;
  readonly blocks: readonly JsonObject[];
  readonly files: readonly SlackFile[];
  readonly fromBot: boolean;
  /** The only person who sees it; null when everybody in the channel does. */
  readonly onlyFor: string | null;
  /** When and by whom it was last edited, as Slack tells it; null where nobody did. */
  readonly edited: { readonly user: string; readonly ts: string } | null;
  /** Further fields that came with it, for example `unfurl_links`, `metadata`, `subtype`. */
  readonly extra: JsonObject;
}

export interface SlackFile {
  readonly id: string;
  readonly name: string;
  readonly mode: 'snippet' | 'hosted';
  readonly mimetype: string;
  readonly content: Buffer;
  /** False until the bytes arrived and the upload was completed. */
  readonly shared: boolean;
  readonly title: string;
  /** `alt_txt`, what a screen reader says of a picture; empty where nobody gave it. */
  readonly alt: string;
}

interface Stream {
  readonly channel: string;
  readonly ts: string;
  readonly startedAt: number;
  /** `replaced`: chat.update put something else in its place. */
  readonly state: 'streaming' | 'stopped' | 'stopped-by-user' | 'replaced';
}

/** The state of the one workspace: everything that Slack would keep. */
export interface Workspace {
  readonly team: string;
  readonly appId: string;
  readonly bot: { readonly user: string; readonly id: string; readonly name: string };
  readonly people: ReadonlyMap<string, string>;
  readonly channels: Map<string, Channel>;
  readonly messages: Message[];
  readonly files: Map<string, SlackFile>;
  readonly streams: Map<string, Stream>;
  readonly views: Map<string, JsonObject>;
  readonly reactions: Set<string>;
  /** The loading line under a thread, by channel and thread; an empty text removes it. */
  readonly statuses: Map<string, string>;
  readonly nextTs: () => string;
  readonly nextId: (prefix: string) => string;
}

/** People and places that every test may count on. */
const TEAM = 'T0NGINXWHY';
const APP = 'A0NGINXWHY';
const BOT = { user: 'U0BOT', id: 'B0BOT', name: 'nginx-why' } as const;
export const ANNA = 'U0ANNA';
export const BEN = 'U0BEN';
/** The bot is a member of it. */
export const OPS = 'C0OPS';
/** The bot is not a member of it. */
export const ELSEWHERE = 'C0ELSEWHERE';
/** Anna's direct messages with the bot. */
export const DM = 'D0ANNA';

export function createWorkspace(clock: Clock): Workspace {
  let last = 0;
  let count = 0;
  const channels: readonly Channel[] = [
    { id: OPS, name: 'ops', kind: 'channel', members: new Set([ANNA, BEN, BOT.user]) },
    { id: ELSEWHERE, name: 'elsewhere', kind: 'channel', members: new Set([ANNA, BEN]) },
    { id: DM, name: 'anna', kind: 'im', members: new Set([ANNA, BOT.user]) },
  ];
  return {
    team: TEAM,
    appId: APP,
    bot: BOT,
    people: new Map([
      [ANNA, 'Anna'],
      [BEN, 'Ben'],
      [BOT.user, BOT.name],
    ]),
    channels: new Map(channels.map((channel) => [channel.id, channel])),
    messages: [],
    files: new Map(),
    streams: new Map(),
    views: new Map(),
    reactions: new Set(),
    statuses: new Map(),
    nextTs: () => {
      last = Math.max(last + 1, clock.now() * 1000);
      return `${Math.floor(last / 1_000_000)}.${String(last % 1_000_000).padStart(6, '0')}`;
    },
    nextId: (prefix) => {
      count += 1;
      return `${prefix}${String(count).padStart(8, '0')}`;
    },
  };
}

/** The message with this `ts` in this channel; null when there is none. */
export function findMessage(workspace: Workspace, channel: string, ts: string): Message | null {
  return workspace.messages.find((message) => message.channel === channel && message.ts === ts) ?? null;
}

/** Puts `message` in the place of the one with the same channel and `ts`. */
export function replaceMessage(workspace: Workspace, message: Message): void {
  const at = workspace.messages.findIndex(({ channel, ts }) => channel === message.channel && ts === message.ts);
  if (at >= 0) workspace.messages[at] = message;
}

export function removeMessage(workspace: Workspace, { channel, ts }: Pick<Message, 'channel' | 'ts'>): void {
  const at = workspace.messages.findIndex((message) => message.channel === channel && message.ts === ts);
  if (at >= 0) workspace.messages.splice(at, 1);
}
