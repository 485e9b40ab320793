import { createInbox, type Inbox } from './inbox.ts';
import type { JsonObject } from './json.ts';
import type { Message } from './workspace.ts';

/** One call of the Web API, with what it was answered. */
interface ApiCall {
  readonly method: string;
  readonly args: JsonObject;
  readonly answer: JsonObject;
  /** Milliseconds of Slack's clock when the call arrived. */
  readonly at: number;
}

/** A modal or Home view that the bot showed. */
interface ShownView {
  readonly how: 'open' | 'push' | 'update' | 'publish';
  readonly user: string;
  readonly view: JsonObject;
}

/** Everything that the bot sent, by kind. */
export interface Outbox {
  readonly calls: Inbox<ApiCall>;
  /** Messages that everybody in the channel sees. */
  readonly messages: Inbox<Message>;
  readonly ephemerals: Inbox<Message>;
  /** Messages after an edit, by chat.update or a response_url. */
  readonly updates: Inbox<Message>;
  readonly views: Inbox<ShownView>;
  /** What Slack refused, whatever the way it came in. A test of the happy path expects none. */
  readonly refused: Inbox<ApiCall>;
}

export function createOutbox(): Outbox {
  return {
    calls: createInbox('call of the Web API'),
    messages: createInbox('message of the bot'),
    ephemerals: createInbox('ephemeral message of the bot'),
    updates: createInbox('edit of the bot'),
    views: createInbox('view of the bot'),
    refused: createInbox('refused call'),
  };
}
