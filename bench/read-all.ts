import type { Reply } from '../src/core/reply/reply.ts';
import { toJson } from '../src/json/to-json.ts';

/** Has every part of a reply made, as `--format json` does; else those that nobody reads would cost nothing. Gives the length of it all. */
export function readAll(reply: Reply): number {
  return JSON.stringify(toJson(reply, '', [], 0)).length;
}
