import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createEngine } from '../src/answer.ts';
import type { CaseStep } from '../src/core/case/case-step.ts';
import type { Reply } from '../src/core/reply/reply.ts';
import { runAll } from '../src/core/steps.ts';
import { loadCompiledKnowledge } from '../src/knowledge/load-compiled.ts';

// Measures ranking on a file of incidents with known causes, one JSON object a line: the pasted parts, `paste_levels` (from which
// parts the cause can be decided: yes or no), `true_cause`, `acceptable_causes`. Prints a table by evidence level. Then the parts are
// pasted one after the other into one case: the ranking must be that of one paste, and nothing may be called fixed.

interface Incident {
  readonly id: string;
  readonly message: string;
  readonly paste_error_log: string;
  readonly paste_access_log: string;
  readonly paste_backend_log: string;
  readonly config: string;
  readonly paste_levels: Readonly<Record<Level, 'yes' | 'no'>>;
  readonly true_cause: string;
  readonly acceptable_causes: readonly string[];
}

const LEVELS = ['error_only', 'with_access', 'with_backend', 'with_config', 'all'] as const;
type Level = (typeof LEVELS)[number];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { verbose: { type: 'boolean', default: false } },
});
const [file] = positionals;
if (file === undefined) {
  console.error('Usage: npm run measure:incidents -- FILE.jsonl [--verbose]');
  process.exit(2);
}

const { answer, read } = createEngine(await loadCompiledKnowledge());
const incidents: readonly Incident[] = readFileSync(file, 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line));

for (const level of LEVELS) {
  const counts = { decidable: 0, first: 0, three: 0, listed: 0, wronglyConfirmed: 0 };
  for (const incident of incidents) judge(incident, level, counts);
  console.log(
    `${level.padEnd(13)} decidable ${counts.decidable}: first ${counts.first}, among three ${counts.three}; of all ${incidents.length}: listed ${counts.listed}, wrongly confirmed ${counts.wronglyConfirmed}`,
  );
}

const cases = incidents.map((incident) => ({ whole: answer(pasteOf(incident, 'all')), last: lastOf(incident) }));
const same = cases.filter(({ whole, last }) => rankingOf(whole) === rankingOf(last)).length;
const fixed = cases.filter(({ last }) => last.fixVerdicts.some(({ kind }) => kind === 'fixed')).length;
console.log(
  `in steps      of ${cases.length} cases: same ranking as in one paste ${same}, wrongly called fixed ${fixed}`,
);

/** The reply to the last part, when all parts are pasted into one case. */
function lastOf({ paste_error_log, paste_access_log, paste_backend_log, config }: Incident): Reply {
  const steps: CaseStep[] = [];
  let reply = answer('');
  for (const part of [paste_error_log, paste_access_log, paste_backend_log, config].filter((text) => text !== '')) {
    const paste = runAll(read(part));
    reply = paste.replyAfter(steps);
    steps.push({ kind: 'paste', facts: paste.factsAfter(steps), isTold: true });
  }
  return reply;
}

function rankingOf({ answers }: Reply): string {
  return JSON.stringify(
    answers.map(({ entry, causes }) => [entry, causes.map(({ id, confidence }) => `${id} ${confidence}`)]),
  );
}

function pasteOf(incident: Incident, level: Level): string {
  const parts = [incident.paste_error_log];
  if (level === 'with_access' || level === 'all') parts.push(incident.paste_access_log);
  if (level === 'with_backend' || level === 'all') parts.push(incident.paste_backend_log);
  if (level === 'with_config' || level === 'all') parts.push(incident.config);
  return parts.filter((part) => part !== '').join('\n');
}

function judge(
  incident: Incident,
  level: Level,
  counts: Record<'decidable' | 'first' | 'three' | 'listed' | 'wronglyConfirmed', number>,
): void {
  const right = new Set([incident.true_cause, ...incident.acceptable_causes]);
  const [lead, ...others] = answer(pasteOf(incident, level)).answers;
  const causes = lead?.causes ?? [];
  const place = causes.findIndex(({ id }) => right.has(id));
  const wrong = [lead, ...others]
    .flatMap((one) => one?.causes ?? [])
    .filter(({ id, confidence }) => confidence === 'confirmed' && !right.has(id));
  if (place >= 0) counts.listed += 1;
  counts.wronglyConfirmed += Number(wrong.length > 0);
  const isDecidable = incident.paste_levels[level] === 'yes';
  if (isDecidable) {
    counts.decidable += 1;
    counts.first += Number(place === 0);
    counts.three += Number(place >= 0 && place < 3);
  }
  if (values.verbose && ((isDecidable && place !== 0) || wrong.length > 0))
    console.log(
      `  ${incident.id} [${level}] ${incident.true_cause} at ${place + 1} of ${lead?.entry ?? 'no entry'}: ${causes
        .slice(0, 3)
        .map(({ id, confidence }) => `${id} ${confidence}`)
        .join(', ')}`,
    );
}
