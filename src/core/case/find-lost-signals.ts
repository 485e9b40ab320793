import type { Entry } from '../entry.ts';
import type { Finding } from '../identify/finding.ts';
import type { LogRecord } from '../records/log-record.ts';
import { type EvidenceView, toSurroundings } from '../signals/evidence-view.ts';
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
  records: readonly LogRecord[],
  recalled: Recalled,
): LostSignals {
  const lost = new Map<LogRecord, Set<string>>();
  const pasted = toSurroundings(findings, records);
  const remembered = toSurroundings(recalled.findings, recalled.records);
  kept.forEach((finding, index) => {
    const before = { ...pasted, finding: findings[index] ?? finding };
    const after = { ...remembered, finding: recalled.findings[index] ?? finding };
    for (const [id, shown] of missing(finding.entry, before, after)) {
      const keeper =
        shown.find((record) => record.kind === 'unknown') ?? finding.records.find((own) => shown.includes(own));
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

const NO_FINDING: Finding = {
  entry: null,
  signature: null,
  template: '',
  message: null,
  records: [],
  moreRecords: [],
  tally: { count: 0, firstAt: null, lastAt: null, lines: [] },
  facts: new Map(),
};

/** What lines of commands' output show whatever they are about; they may be pasted before the error that they explain. */
export function shellSignals(records: readonly LogRecord[]): LostSignals {
  const view = { ...toSurroundings([], records), finding: NO_FINDING };
  const shown = new Map<LogRecord, Set<string>>();
  for (const id of Object.keys(SHELL_SIGNALS))
    for (const record of showSignal(id, view) ?? []) shown.set(record, (shown.get(record) ?? new Set()).add(id));
  return shown;
}
