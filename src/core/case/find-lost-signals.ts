import type { Configuration } from '../config/configuration.ts';
import { NO_CONFIGURATION } from '../config/configuration.ts';
import { createRouteFinder } from '../config/find-routes.ts';
import type { Reference } from '../config/reference.ts';
import type { Entry } from '../entry.ts';
import type { Finding } from '../identify/finding.ts';
import type { ErrorRecord, LogRecord } from '../records/log-record.ts';
import { type EvidenceView, toSurroundings, toView } from '../signals/evidence-view.ts';
import { findingRoutes } from '../signals/finding-routes.ts';
import { SHELL_SIGNALS } from '../signals/shell-signals.ts';
import { showSignal } from '../signals/show-signal.ts';
import type { Steps } from '../steps.ts';
import type { ShownFacts } from './case-facts.ts';
import type { Joined } from './join-earlier.ts';
import { keyOfFinding } from './key-of-finding.ts';
import type { Recalled } from './recall-case.ts';
import { sayKind } from './say-kind.ts';

/** Signals that lines of this paste show about the errors of a case and that the recalled facts would no longer show, by the key of
 * the error; each with the first line that shows it. `configuration` is that of this paste. */
export function* findLostSignals(
  joined: Joined,
  configuration: Configuration,
  recalled: Recalled,
  reference: Reference,
): Steps<ReadonlyMap<string, readonly ShownFacts[]>> {
  const pasted = toSurroundings(joined.findings, { records: joined.records, configuration }, reference);
  const findRoute = createRouteFinder(configuration, pasted.match);
  const leftover = { records: recalled.records, configuration: NO_CONFIGURATION };
  const remembered = toSurroundings(recalled.findings, leftover, reference);
  const byKey = new Map(recalled.findings.map((finding) => [keyOfFinding(finding), finding]));
  const lost = new Map<string, readonly ShownFacts[]>();
  for (const finding of joined.findings) {
    const key = keyOfFinding(finding);
    const kept = byKey.get(key);
    if (!kept) continue;
    yield;
    const before = toView(pasted, finding, findingRoutes(finding, findRoute));
    lost.set(key, lostBetween(before, toView(remembered, kept, [])));
  }
  return lost;
}

/** The signals of the finding's entry that the first view shows and the second does not. */
function lostBetween(before: EvidenceView, after: EvidenceView): readonly ShownFacts[] {
  return signalsOf(before.finding.entry).flatMap((signal): ShownFacts[] => {
    const shown = showSignal(signal, before) ?? [];
    const here = shown.find(({ earlier }) => !earlier);
    if (!here || showSignal(signal, after) !== null) return [];
    return [{ paste: 1, line: here.at[0] ?? 0, signal, text: sayKind(here) }];
  });
}

/** Every signal that an entry's answer may depend on. */
function signalsOf(entry: Entry | null): readonly string[] {
  const evidence = (entry?.causes ?? []).flatMap((cause) => cause.evidence.map(({ signal }) => signal));
  return [...new Set([...evidence, ...(entry?.userSees ?? []).flatMap(({ when }) => when ?? [])])];
}

const NO_LINE: ErrorRecord = {
  kind: 'error',
  author: null,
  at: [],
  text: '',
  prefix: '',
  time: null,
  level: null,
  pid: null,
  connection: null,
  message: '',
  forms: [],
  action: null,
  errno: null,
  ssl: null,
  inFile: null,
  context: { values: new Map(), cut: false },
};
const NO_FINDING: Finding = {
  entry: null,
  signature: null,
  template: '',
  message: null,
  records: [],
  moreRecords: [],
  remembered: [],
  lead: NO_LINE,
  tally: { count: 0, firstAt: null, lastAt: null, lines: [], perMinute: new Map() },
  facts: new Map(),
};

/** What lines of commands' output show whatever they are about, by line; they may be pasted before the error that they explain. */
export function shellSignals(
  records: readonly LogRecord[],
  reference: Reference,
): ReadonlyMap<LogRecord, readonly string[]> {
  const surroundings = toSurroundings([], { records, configuration: NO_CONFIGURATION }, reference);
  const view = toView(surroundings, NO_FINDING, []);
  const shown = new Map<LogRecord, string[]>();
  for (const id of Object.keys(SHELL_SIGNALS))
    for (const record of showSignal(id, view) ?? []) shown.set(record, [...(shown.get(record) ?? []), id]);
  return shown;
}
