import type { JsonObject } from '../test/fake-slack/json.ts';
import type { FakeSlack } from '../test/fake-slack/start-fake-slack.ts';
import { ANNA, DM, type Message, OPS } from '../test/fake-slack/workspace.ts';
import { EXAMPLES, type Example } from './examples.ts';

/** All that the page shows. The server sends a new one whenever something changed. */
export interface Snapshot {
  readonly you: string;
  readonly channels: readonly { readonly id: string; readonly name: string; readonly kind: 'channel' | 'im' }[];
  readonly messages: readonly ShownMessage[];
  /** The modal on top; null when none is open. */
  readonly modal: JsonObject | null;
  /** The loading line of a thread, by `channel/ts`. */
  readonly statuses: Readonly<Record<string, string>>;
  readonly examples: readonly Example[];
}

export interface ShownMessage {
  readonly channel: string;
  readonly ts: string;
  readonly thread: string | null;
  readonly from: 'you' | 'bot';
  readonly name: string;
  readonly text: string;
  readonly blocks: readonly JsonObject[];
  readonly files: readonly { readonly name: string; readonly bytes: number; readonly preview: string }[];
  readonly onlyForYou: boolean;
  readonly edited: boolean;
  readonly reactions: readonly string[];
}

const PREVIEW = 400;

/** What Anna sees at this moment. */
export function takeSnapshot({ workspace }: FakeSlack, modal: JsonObject | null): Snapshot {
  return {
    you: ANNA,
    channels: [
      { id: OPS, name: 'ops', kind: 'channel' },
      { id: DM, name: workspace.bot.name, kind: 'im' },
    ],
    messages: workspace.messages.filter(({ onlyFor }) => onlyFor === null || onlyFor === ANNA).map(show),
    modal,
    statuses: Object.fromEntries([...workspace.statuses].filter(([, status]) => status !== '')),
    examples: EXAMPLES,
  };

  function show(message: Message): ShownMessage {
    const { channel, ts, thread, user, text, blocks, fromBot, onlyFor, edited } = message;
    const stream = workspace.streams.get(ts);
    const isStreamed = stream !== undefined && stream.state !== 'replaced';
    const place = `${channel}/${ts}/`;
    return {
      channel,
      ts,
      thread,
      from: fromBot ? 'bot' : 'you',
      name: workspace.people.get(user) ?? user,
      text,
      blocks: isStreamed ? [{ type: 'markdown', text }, ...blocks] : blocks,
      files: message.files.map(({ name, content }) => ({
        name,
        bytes: content.length,
        preview: content.subarray(0, PREVIEW).toString('utf8'),
      })),
      onlyForYou: onlyFor !== null,
      edited: edited !== null,
      reactions: [...workspace.reactions].flatMap((key) => (key.startsWith(place) ? [key.slice(place.length)] : [])),
    };
  }
}
