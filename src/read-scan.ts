import type { Finding } from './core/identify/finding.ts';
import type { PastedLine } from './core/paste/pasted-line.ts';
import { splitLine } from './core/paste/split-paste.ts';
import type { KeptLine } from './core/scan/log-groups.ts';
import type { Scan } from './core/scan/scan-log.ts';
import type { Steps } from './core/steps.ts';
import type { EngineParts, Read } from './engine-parts.ts';

const LINES_A_STEP = 64;

/** Reads what was kept of a long text, and `others` of its lines; the findings have the counts of all its lines. */
export function* readScan(scan: Scan, others: readonly KeptLine[], parts: EngineParts): Steps<Read> {
  const kept = new Map([...scan.kept, ...others].map((line) => [line.number, line]));
  const lines: PastedLine[] = [];
  for (const [index, line] of [...kept.values()].toSorted((a, b) => a.number - b.number).entries()) {
    if (index % LINES_A_STEP === LINES_A_STEP - 1) yield;
    lines.push(...splitLine(line.text, line.number));
  }
  const { contents, findings } = yield* parts.read(lines);
  return { contents, findings: withTallies(findings, scan) };
}

function withTallies(findings: readonly Finding[], { tallies }: Scan): readonly Finding[] {
  const byLine = new Map(tallies.flatMap(({ first, tally }) => (first ? [[first.number, tally] as const] : [])));
  return findings.map((finding) => ({ ...finding, tally: byLine.get(finding.tally.lines[0] ?? 0) ?? finding.tally }));
}
