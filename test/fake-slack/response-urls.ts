import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Faults } from './faults.ts';
import { type JsonObject, objectsAt, parseObject, stringAt } from './json.ts';
import { nameBlocks } from './name-blocks.ts';
import { checkPayload, postAsBot } from './post-message.ts';
import { readBody } from './read-request.ts';
import { SlackError } from './slack-error.ts';
import type { SlackState } from './slack-state.ts';
import { breakBefore } from './web-api.ts';
import { findMessage, type Message, removeMessage, replaceMessage } from './workspace.ts';

/** Where the answer to an interaction goes. */
export interface ResponseTarget {
  readonly channel: string;
  readonly user: string;
  /** `ts` of the message that was clicked; null for a command. */
  readonly message: string | null;
}

export interface ResponseUrls {
  readonly issue: (target: ResponseTarget) => string;
  /** Answers a POST to the address with this id. */
  readonly serve: (request: IncomingMessage, response: ServerResponse, id: string) => Promise<void>;
}

const LIFETIME_MS = 30 * 60_000;
const USES = 5;

/** Addresses that take five answers within thirty minutes, ephemeral unless they say `in_channel`. */
export function createResponseUrls(slack: SlackState, baseUrl: () => string, faults: Faults): ResponseUrls {
  const issued = new Map<string, { readonly target: ResponseTarget; readonly at: number; uses: number }>();

  function issue(target: ResponseTarget): string {
    const id = slack.workspace.nextId('R');
    issued.set(id, { target, at: slack.clock.now(), uses: 0 });
    return `${baseUrl()}response/${id}`;
  }

  async function serve(request: IncomingMessage, response: ServerResponse, id: string): Promise<void> {
    const args = parseObject((await readBody(request)).toString('utf8'));
    const fault = faults.take('response_url');
    if (fault && breakBefore(fault, response)) return;
    const [status, text] = answer(id, args);
    const recorded = {
      method: 'response_url',
      args,
      answer: { ok: status === 200, error: text },
      at: slack.clock.now(),
    };
    slack.outbox.calls.push(recorded);
    if (status !== 200) slack.outbox.refused.push(recorded);
    if (fault?.kind === 'lose-answer') return void response.destroy();
    response.writeHead(status, { 'content-type': 'text/plain' }).end(text);
  }

  function answer(id: string, args: JsonObject): readonly [number, string] {
    const known = issued.get(id);
    if (!known) return [404, 'no_url'];
    if (slack.clock.now() - known.at > LIFETIME_MS) return [404, 'expired_url'];
    if (known.uses >= USES) return [404, 'used_url'];
    known.uses += 1;
    try {
      respond(known.target, args, slack);
      return [200, 'ok'];
    } catch (error) {
      if (error instanceof SlackError) return [400, error.code];
      throw error;
    }
  }

  return { issue, serve };
}

/** Does what an answer says: deletes or replaces the message that was clicked, or posts another. */
function respond(target: ResponseTarget, args: JsonObject, slack: SlackState): void {
  const clicked = target.message === null ? null : findMessage(slack.workspace, target.channel, target.message);
  if (isTrue(args.delete_original)) return void (clicked && removeMessage(slack.workspace, clicked));
  checkPayload(args, false);
  if (isTrue(args.replace_original) && clicked) replace(clicked, args, slack);
  else respondWithMessage(target, args, slack);
}

/** Posts an answer of a command or click: only for the person who asked, unless it says `in_channel`. */
export function respondWithMessage(target: ResponseTarget, args: JsonObject, slack: SlackState): Message {
  const onlyFor = stringAt(args, 'response_type') === 'in_channel' ? null : target.user;
  const thread = stringAt(args, 'thread_ts') || null;
  return postAsBot({ channel: target.channel, thread, args, onlyFor }, slack);
}

function replace(clicked: Message, args: JsonObject, slack: SlackState): void {
  const message = {
    ...clicked,
    text: stringAt(args, 'text'),
    blocks: nameBlocks(objectsAt(args, 'blocks'), slack.workspace),
    edited: { user: clicked.user, ts: slack.workspace.nextTs() },
  };
  replaceMessage(slack.workspace, message);
  slack.outbox.updates.push(message);
}

function isTrue(value: unknown): boolean {
  return value === true || value === 'true';
}
