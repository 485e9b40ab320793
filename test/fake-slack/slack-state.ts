import type { Clock } from './clock.ts';
import type { JsonObject } from './json.ts';
import type { Outbox } from './outbox.ts';
import type { Triggers } from './triggers.ts';
import type { Workspace } from './workspace.ts';

/** What the methods of the Web API work on. */
export interface SlackState {
  readonly workspace: Workspace;
  readonly clock: Clock;
  readonly outbox: Outbox;
  readonly triggers: Triggers;
  /** Base of the file host, with a slash at its end. */
  readonly filesUrl: string;
  /** Tells the bot of an event, if it subscribed to it. */
  readonly emit: (event: JsonObject) => void;
  /** A fresh single-use address for Socket Mode. */
  readonly issueSocketUrl: () => string;
}

/** A method of the Web API. Returns the answer without `ok`; throws SlackError to refuse. */
type Method = (args: JsonObject, slack: SlackState) => JsonObject;

/** A method and the scopes of which the token needs one; none for methods that any token may call. */
export interface MethodEntry {
  readonly run: Method;
  readonly scopes: readonly string[] | ((args: JsonObject, workspace: Workspace) => readonly string[]);
}
