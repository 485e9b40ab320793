import type { Finding } from './core/identify/finding.ts';
import { splitFiles, splitLine } from './core/paste/split-paste.ts';
import type { Contents } from './core/records/read-records.ts';
import type { Reply } from './core/reply/reply.ts';
import { createLogScanner, type OnNamed, type Scan } from './core/scan/scan-log.ts';
import type { NamePlaces } from './core/verdict/fix-evidence.ts';
import { type Counts, judgeSince } from './core/verdict/judge-since.ts';
import type { SinceFix } from './core/verdict/since-fix.ts';
import { createLogWatch } from './core/verdict/watch-log.ts';
import type { EngineParts } from './engine-parts.ts';

/** A log that is being read. */
export interface OpenLog {
  /** Takes the next line, without its line feed. */
  readonly add: (line: string) => void;
  /** What follows is another file. */
  readonly endFile: () => void;
  /** What nginx-why has to say about all lines so far. Ends the log. */
  readonly finish: (namePlaces?: NamePlaces) => { readonly reply: Reply; readonly scan: Scan };
}

const NO_NAMES: NamePlaces = (records) => records.map(({ at }) => `line ${at[0]}`).join(', ');

/** Answers several files as one case, each given by its lines. With `since`, it also judges the fix that was applied then. */
export function answerFiles(
  files: readonly (readonly string[])[],
  since: SinceFix | null,
  namePlaces: NamePlaces,
  parts: EngineParts,
): Reply {
  const { contents, findings } = parts.read(splitFiles(files, parts.isOfAnother));
  return answerSince(findings, contents, since, null, namePlaces, parts);
}

/** Starts a log of any length, read line by line in bounded memory. With `since`, it also judges the fix that was applied then. */
export function openLog(since: SinceFix | null, parts: EngineParts, onNamed: OnNamed): OpenLog {
  const scanner = createLogScanner(parts.catalogue, parts.nameOther, onNamed);
  const watch = since && createLogWatch(since);
  let number = 0;
  return {
    add: (line) => {
      number += 1;
      scanner.add(line);
      watch?.add(line, number);
    },
    endFile: scanner.endFile,
    finish: (namePlaces = NO_NAMES) => {
      const scan = scanner.finish();
      const watched = watch?.finish() ?? null;
      const kept = new Map([...scan.kept, ...(watched?.kept ?? [])].map((line) => [line.number, line]));
      const lines = [...kept.values()].toSorted((a, b) => a.number - b.number);
      const { contents, findings } = parts.read(lines.flatMap((line) => splitLine(line.text, line.number)));
      const tallied = withTallies(findings, scan);
      return { scan, reply: answerSince(tallied, contents, since, watched?.counts ?? null, namePlaces, parts) };
    },
  };
}

function answerSince(
  findings: readonly Finding[],
  contents: Contents,
  since: SinceFix | null,
  counts: Counts,
  namePlaces: NamePlaces,
  { diagnose, compose }: EngineParts,
): Reply {
  const { records, configuration } = contents;
  const diagnoses = diagnose(findings, contents);
  const judged = since && judgeSince(diagnoses, records, since, counts, namePlaces);
  if (!judged) return compose(diagnoses, records);
  const evidence = records.filter((record) => !judged.isLater(record));
  return {
    ...compose(diagnose(findings, { records: evidence, configuration }), records),
    fixVerdicts: judged.verdicts,
  };
}

/** The findings of the lines that were kept, with the counts of all lines. */
function withTallies(findings: readonly Finding[], { tallies }: Scan): readonly Finding[] {
  const byLine = new Map(tallies.flatMap(({ first, tally }) => (first ? [[first.number, tally] as const] : [])));
  return findings.map((finding) => ({ ...finding, tally: byLine.get(finding.tally.lines[0] ?? 0) ?? finding.tally }));
}
