import type { Finding } from './core/identify/finding.ts';
import { splitFiles } from './core/paste/split-paste.ts';
import type { Contents } from './core/records/read-records.ts';
import type { Reply } from './core/reply/reply.ts';
import { createLogScanner, type OnNamed, type Scan } from './core/scan/scan-log.ts';
import type { Steps } from './core/steps.ts';
import type { NamePlaces } from './core/verdict/fix-evidence.ts';
import { type Counts, judgeSince } from './core/verdict/judge-since.ts';
import type { SinceFix } from './core/verdict/since-fix.ts';
import { createLogWatch } from './core/verdict/watch-log.ts';
import type { EngineParts } from './engine-parts.ts';
import { readScan } from './read-scan.ts';

/** A log that is being read. */
export interface OpenLog {
  /** Takes the next line, without its line feed. */
  readonly add: (line: string) => void;
  /** What follows is another file. */
  readonly endFile: () => void;
  /** What nginx-why has to say about all lines so far. Ends the log. */
  readonly finish: (namePlaces?: NamePlaces) => Steps<{ readonly reply: Reply; readonly scan: Scan }>;
}

const NO_NAMES: NamePlaces = (records) => records.map(({ at }) => `line ${at[0]}`).join(', ');

/** Answers several files as one case, each given by its lines. With `since`, it also judges the fix that was applied then. */
export function* answerFiles(
  files: readonly (readonly string[])[],
  since: SinceFix | null,
  namePlaces: NamePlaces,
  parts: EngineParts,
): Steps<Reply> {
  const { contents, findings } = yield* parts.read(splitFiles(files, parts.isOfAnother));
  return yield* inSteps(answerSince(findings, contents, since, null, namePlaces, parts));
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
    *finish(namePlaces = NO_NAMES) {
      const scan = scanner.finish();
      const watched = watch?.finish() ?? null;
      const { contents, findings } = yield* readScan(scan, watched?.kept ?? [], parts);
      const counts = watched?.counts ?? null;
      return { scan, reply: yield* inSteps(answerSince(findings, contents, since, counts, namePlaces, parts)) };
    },
  };
}

/** Whoever asked reads what every way of telling reads; each finding's part of it is made in a step of its own. */
function* inSteps(reply: Reply): Steps<Reply> {
  for (const answer of reply.answers) {
    if (answer.inBrief) continue;
    yield;
    void answer.causes;
  }
  return reply;
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
  const before = diagnose(findings, { records: evidence, configuration });
  return compose(before, records, { change: null, fixVerdicts: judged.verdicts });
}
