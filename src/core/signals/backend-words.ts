import { type EvidenceView, orNull, type Shown } from './evidence-view.ts';
import type { Signals } from './signal.ts';

const LONGEST_LINE = 1_000;

const CONNECTIONS = /\b(?:conn(?:ection)?s?|sessions?|clients)\b|max_?conn/i;
const LIMIT = /\b(?:limit|max(?:imum)?|too many|capacity|full)\b|max_?conn/i;
const REFUSAL = /\b(?:drop|dropp?ed|dropping|reject(?:ed|ing)?|clos(?:e|ed|ing)|refus(?:ed|ing)|exceeded|reached)\b/i;
const OTHER_POOLS = /\b(?:pool|database|mysql|postgres\w*|redis|queue)\b/i;

const KILLED = /\b(?:SIGKILL|kill(?:ed|ing)?)\b/i;
const MEASURED = /\b(?:rss|memory|mem|watchdog|unresponsive|heartbeat|not responding)\b|\d ?[MG]i?B\b/i;
const KERNEL = /out of memory|oom[-_ ]?kill/i;

const TAKEN = /\b(?:address|port)\b[^\n]{0,40}\b(?:in use|already allocated|taken)\b|\bEADDRINUSE\b/i;
const START =
  /\b(?:start(?:ed|ing|up)?|boot(?:ing|ed)?|launch(?:ed|ing)?|run this application|application run|main class|initiali[sz](?:e|ing|ation)|settings|migrations?)\b/i;
const FAILED = /\b(?:fail(?:ed|ure|s)?|cannot|can't|could not|unable|must (?:install|update)|errors?|aborted)\b/i;
const OF_REQUESTS = /\b(?:GET|POST|PUT|DELETE|PATCH|request|requests|response|client|job|task|query|health)\b/i;

/** Signals of lines that no companion knows: programs that people wrote themselves say the same in their own words. Such a
 * line is a strong hint and never proof. */
export const BACKEND_WORDS: Signals = {
  'backend-mentions-connection-limit': (view) => unknown(view, [CONNECTIONS, LIMIT, REFUSAL], OTHER_POOLS),
  'backend-mentions-kill-for-memory': (view) => unknown(view, [KILLED, MEASURED], KERNEL),
  'backend-mentions-a-taken-port': (view) => unknown(view, [TAKEN]),
  'backend-mentions-a-failed-start': (view) => unknown(view, [START, FAILED], OF_REQUESTS),
};

function unknown(view: EvidenceView, words: readonly RegExp[], foreign = /(?!)/): Shown {
  return orNull(
    view.records.filter((record) => {
      if (record.kind !== 'unknown') return false;
      const text = record.text.slice(0, LONGEST_LINE);
      return words.every((word) => word.test(text)) && !foreign.test(text);
    }),
  );
}
