import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Fault, Faults } from './faults.ts';
import { type JsonObject, stringAt } from './json.ts';
import { CHAT_METHODS } from './methods/chat.ts';
import { CONVERSATION_METHODS } from './methods/conversations.ts';
import { FILE_METHODS } from './methods/files.ts';
import { PEOPLE_METHODS } from './methods/people.ts';
import { STREAM_METHODS } from './methods/streams.ts';
import { VIEW_METHODS } from './methods/views.ts';
import { readArguments, readBody } from './read-request.ts';
import { SlackError } from './slack-error.ts';
import type { MethodEntry, SlackState } from './slack-state.ts';

const METHODS: ReadonlyMap<string, MethodEntry> = new Map(
  Object.entries({
    ...PEOPLE_METHODS,
    ...CHAT_METHODS,
    ...STREAM_METHODS,
    ...CONVERSATION_METHODS,
    ...VIEW_METHODS,
    ...FILE_METHODS,
  }),
);

export interface Tokens {
  readonly bot: string;
  readonly app: string;
}

/** Answers `POST /api/<method>`: token, scopes and arguments are checked as Slack checks them, faults come first. */
export function createWebApi(slack: SlackState, tokens: Tokens, scopes: ReadonlySet<string>, faults: Faults) {
  return async (request: IncomingMessage, response: ServerResponse, method: string): Promise<void> => {
    const body = (await readBody(request)).toString('utf8');
    const fault = faults.take(method);
    if (fault && breakBefore(fault, response)) return;
    const args = readArguments(request.headers['content-type'] ?? '', body);
    const token = request.headers.authorization?.replace(/^Bearer /, '') ?? stringAt(args, 'token');
    const answer = fault?.kind === 'error' ? { ok: false, error: fault.code } : call(method, args, token);
    const recorded = { method, args, answer, at: slack.clock.now() };
    slack.outbox.calls.push(recorded);
    if (answer.ok !== true) slack.outbox.refused.push(recorded);
    if (fault?.kind === 'lose-answer') return void response.destroy();
    response.writeHead(200, {
      'content-type': 'application/json; charset=utf-8',
      'x-oauth-scopes': [...scopes].join(),
    });
    response.end(JSON.stringify(answer));
  };

  function call(method: string, args: JsonObject, token: string): JsonObject {
    try {
      return { ok: true, ...allowed(method, args, token).run(args, slack) };
    } catch (error) {
      if (error instanceof SlackError) return { ok: false, error: error.code, ...error.extra };
      throw error;
    }
  }

  function allowed(method: string, args: JsonObject, token: string): MethodEntry {
    const entry = METHODS.get(method);
    if (!entry) throw new SlackError('unknown_method', { req_method: method });
    if (token === '') throw new SlackError('not_authed');
    if (token !== tokens.bot && token !== tokens.app) throw new SlackError('invalid_auth');
    const isAppMethod = method === 'apps.connections.open';
    if ((token === tokens.app) !== isAppMethod) throw new SlackError('not_allowed_token_type');
    const needed = typeof entry.scopes === 'function' ? entry.scopes(args, slack.workspace) : entry.scopes;
    const granted = isAppMethod ? new Set(['connections:write']) : scopes;
    if (needed.length > 0 && !needed.some((scope) => granted.has(scope))) {
      throw new SlackError('missing_scope', { needed: needed.join(), provided: [...granted].join() });
    }
    return entry;
  }
}

/** Breaks the call before it counts; false when the fault strikes later. */
export function breakBefore(fault: Fault, response: ServerResponse): boolean {
  switch (fault.kind) {
    case 'rate-limited': {
      response.writeHead(429, { 'content-type': 'application/json', 'retry-after': String(fault.retryAfterSeconds) });
      response.end(JSON.stringify({ ok: false, error: 'ratelimited' }));
      return true;
    }
    case 'status':
      response.writeHead(fault.status, { 'content-type': 'text/html' }).end('<html>Server error</html>');
      return true;
    case 'lose-request':
      response.destroy();
      return true;
    case 'hang':
      return true;
    case 'lose-answer':
    case 'error':
      return false;
  }
}
