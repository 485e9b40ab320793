import type { ErrorRecord } from '../records/log-record.ts';
import type { Catalogue } from './catalogue.ts';
import { identifyRecord } from './identify-record.ts';

const LIGHTEST_NAMED = 10;
const LIGHTEST_BARE = 22;
const WORTH_ASKING = new Set(['emerg', 'alert', 'crit', 'error', 'warn', 'variable']);

/** Decides about a line of which only the message was pasted. With a level or `nginx: ` in front a template that fits is
 * enough; bare words must also carry nginx's errno, action or context, or be a long message that people ask about:
 * chats, documentation and code quote nginx, too. */
export function isBareMessage(candidate: ErrorRecord, catalogue: Catalogue): boolean {
  const identified = identifyRecord(candidate, catalogue);
  if (!identified) return false;
  const weight = weightOf(identified.template) + ownWordsIn(identified.captures);
  if (
    candidate.level !== null ||
    candidate.pid !== null ||
    candidate.connection !== null ||
    /^nginx:? /.test(candidate.text)
  )
    return weight >= LIGHTEST_NAMED;
  if (candidate.action !== null || candidate.context.values.size > 1 || OF_LUA.test(candidate.message)) return true;
  if (weight < LIGHTEST_NAMED) return false;
  if (identified.record.errno !== null || candidate.inFile !== null) return true;
  // a manual's name for a message ends before its values
  if (identified.captures.length === 0 && identified.literals.length > 1) return false;
  const { message, entry } = identified;
  return weight >= LIGHTEST_BARE && (entry !== null || (message?.common === true && WORTH_ASKING.has(message.level)));
}

/** Decides about a text out of the middle of a line. Sentences, manuals and searches name nginx's messages, too, so this must be one that
 * nginx has logged: with a value of its own, that is an address, a file, a place, a context, a process. It begins where the text begins. */
export function isToldMessage(candidate: ErrorRecord, catalogue: Catalogue): boolean {
  const { message } = candidate;
  // people begin sentences with a capital
  const isBeginning = [message, message.charAt(0).toLowerCase() + message.slice(1)].some(catalogue.index.mayBegin);
  return isBeginning && isBareMessage(candidate, catalogue) && hasOwnValue(candidate, catalogue);
}

/** Other programs say this of a call that failed, too. */
const OF_ANY_PROGRAM = /^\w+\(\)(?: "%s")? failed$/;

function hasOwnValue(candidate: ErrorRecord, catalogue: Catalogue): boolean {
  const { context, inFile, pid, connection, action, message } = candidate;
  if (context.values.size > 0 || inFile !== null || pid !== null || connection !== null || OF_LUA.test(message))
    return true;
  const identified = identifyRecord(candidate, catalogue);
  const hasValue = identified?.captures.some((capture) => capture !== '' && !OWN_WORDS.test(capture)) ?? false;
  return hasValue && (action !== null || !OF_ANY_PROGRAM.test(identified?.template ?? ''));
}

/** What code logs through lua-nginx-module begins so. Source: lua-nginx-module src/ngx_http_lua_log.c log_wrapper. */
const OF_LUA = /^(?:stream )?\[(?:lua|kong)\] [\w./()=-]{1,300}:\d{1,7}:? \S/;

/** Literal characters of a format string. */
const weightOf = (template: string): number => template.replace(/%[0-9.umxX*]*[a-zA-Z%]/g, '').length;

/** nginx's names for its processes; it writes them into the holes of its format strings itself. */
const OWN_WORDS = /^(?:worker|cache manager|cache loader|new binary|privileged agent) process$/;

const ownWordsIn = (captures: readonly string[]): number =>
  captures.reduce((sum, capture) => sum + (OWN_WORDS.test(capture) ? capture.length : 0), 0);
