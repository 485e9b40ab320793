import type { Entry } from '../entry.ts';
import type { Finding } from '../identify/finding.ts';
import type { LogRecord } from '../records/log-record.ts';
import { toSurroundings } from '../signals/evidence-view.ts';
import { SHELL_SIGNALS } from '../signals/shell-signals.ts';
import { showSignal } from '../signals/show-signal.ts';
import type { ShownFacts } from './case-facts.ts';
import type { Joined } from './join-earlier.ts';
import { keyOfFinding } from './key-of-finding.ts';
import type { Recalled } from './recall-case.ts';
import { sayKind } from './say-kind.ts';

/** Signals that lines of this paste show about the errors of a case and that the recalled facts would no longer show, by the key of
 * the error; each with the first line that shows it. */
export function findLostSignals(joined: Joined, recalled: Recalled): ReadonlyMap<string, readonly ShownFacts[]> {
  const pasted = toSurroundings(joined.findings, joined.records);
  const remembered = toSurroundings(recalled.findings, recalled.records);
  const byKey = new Map(recalled.findings.map((finding) => [keyOfFinding(finding), finding]));
  return new Map(
    joined.findings.flatMap((finding): [string, readonly ShownFacts[]][] => {
      const key = keyOfFinding(finding);
      const kept = byKey.get(key);
      if (!kept) return [];
      const after = { ...remembered, finding: kept };
      const lost = signalsOf(finding.entry).flatMap((signal): ShownFacts[] => {
        const shown = showSignal(signal, { ...pasted, finding }) ?? [];
        const here = shown.find(({ earlier }) => !earlier);
        if (!here || showSignal(signal, after) !== null) return [];
        return [{ paste: 1, line: here.at[0] ?? 0, signal, text: sayKind(here) }];
      });
      return [[key, lost]];
    }),
  );
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
  remembered: [],
  tally: { count: 0, firstAt: null, lastAt: null, lines: [] },
  facts: new Map(),
};

/** What lines of commands' output show whatever they are about, by line; they may be pasted before the error that they explain. */
export function shellSignals(records: readonly LogRecord[]): ReadonlyMap<LogRecord, readonly string[]> {
  const view = { ...toSurroundings([], records), finding: NO_FINDING };
  const shown = new Map<LogRecord, string[]>();
  for (const id of Object.keys(SHELL_SIGNALS))
    for (const record of showSignal(id, view) ?? []) shown.set(record, [...(shown.get(record) ?? []), id]);
  return shown;
}
