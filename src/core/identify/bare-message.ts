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
  if (candidate.action !== null || candidate.context.values.size > 1) return true;
  if (weight < LIGHTEST_NAMED) return false;
  if (identified.record.errno !== null || candidate.inFile !== null) return true;
  const { message, entry } = identified;
  return weight >= LIGHTEST_BARE && (entry !== null || (message?.common === true && WORTH_ASKING.has(message.level)));
}

/** Literal characters of a format string. */
const weightOf = (template: string): number => template.replace(/%[0-9.umxX*]*[a-zA-Z%]/g, '').length;

/** nginx's names for its processes; it writes them into the holes of its format strings itself. */
const OWN_WORDS = /^(?:worker|cache manager|cache loader|new binary|privileged agent) process$/;

const ownWordsIn = (captures: readonly string[]): number =>
  captures.reduce((sum, capture) => sum + (OWN_WORDS.test(capture) ? capture.length : 0), 0);
