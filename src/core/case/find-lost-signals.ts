import { NO_CONFIGURATION } from '../config/configuration.ts';
import { createRouteFinder } from '../config/find-routes.ts';
import type { Reference } from '../config/reference.ts';
import type { Entry } from '../entry.ts';
import type { Finding } from '../identify/finding.ts';
import type { ErrorRecord, LogRecord } from '../records/log-record.ts';
import type { Contents } from '../records/read-records.ts';
import { type EvidenceView, toSurroundings } from '../signals/evidence-view.ts';
import { findingRoutes } from '../signals/finding-routes.ts';
import { SHELL_SIGNALS } from '../signals/shell-signals.ts';
import { showSignal } from '../signals/show-signal.ts';
import type { Recalled } from './recall-case.ts';

/** Ids of signals by the line that must remember them. */
export type LostSignals = ReadonlyMap<LogRecord, ReadonlySet<string>>;

/** Signals that the pasted lines show and their recalled facts no longer do, each at the first line that is kept and shows it.
 * `kept` are the findings with the lines that are kept of them; the recalled ones are in the same order. */
export function findLostSignals(
  findings: readonly Finding[],
  kept: readonly Finding[],
  contents: Contents,
  recalled: Recalled,
  reference: Reference,
): LostSignals {
  const lost = new Map<LogRecord, Set<string>>();
  const pasted = toSurroundings(findings, contents, reference);
  const findRoute = createRouteFinder(contents.configuration, pasted.match);
  const leftover = { records: recalled.records, configuration: NO_CONFIGURATION };
  const remembered = { ...toSurroundings(recalled.findings, leftover, reference), routes: [] };
  kept.forEach((finding, index) => {
    const own = findings[index] ?? finding;
    const before = { ...pasted, finding: own, routes: findingRoutes(own, findRoute) };
    const after = { ...remembered, finding: recalled.findings[index] ?? finding };
    for (const [id, shown] of missing(finding.entry, before, after)) {
      const keeper =
        shown.find((record) => record.kind === 'unknown') ?? finding.records.find((line) => shown.includes(line));
      const record = keeper ?? finding.records[0];
      if (record) lost.set(record, (lost.get(record) ?? new Set()).add(id));
    }
  });
  return lost;
}

function missing(
  entry: Entry | null,
  before: EvidenceView,
  after: EvidenceView,
): readonly (readonly [string, readonly LogRecord[]])[] {
  return signalsOf(entry).flatMap((id): readonly (readonly [string, readonly LogRecord[]])[] => {
    const shown = showSignal(id, before);
    return shown === null || showSignal(id, after) !== null ? [] : [[id, shown]];
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
  lead: NO_LINE,
  tally: { count: 0, firstAt: null, lastAt: null, lines: [], perMinute: new Map() },
  facts: new Map(),
};

/** What lines of commands' output show whatever they are about; they may be pasted before the error that they explain. */
export function shellSignals(records: readonly LogRecord[], reference: Reference): LostSignals {
  const surroundings = toSurroundings([], { records, configuration: NO_CONFIGURATION }, reference);
  const view = { ...surroundings, finding: NO_FINDING, routes: [] };
  const shown = new Map<LogRecord, Set<string>>();
  for (const id of Object.keys(SHELL_SIGNALS))
    for (const record of showSignal(id, view) ?? []) shown.set(record, (shown.get(record) ?? new Set()).add(id));
  return shown;
}
