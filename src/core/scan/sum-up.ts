import { type KeptLine, type LogGroup, type LogGroups, tallyOf } from './log-groups.ts';
import { createMinuteTexts } from './minute-counts.ts';
import type { Scan } from './scan-log.ts';

/** So many groups are told; a person reads few of them, and each costs the time of a paste. */
const MOST_TOLD = 100;
/** The most frequent ones are told with all lines that were kept, for signals; the others with enough to be named. */
const TOLD_IN_FULL = 16;
const LINES_TO_NAME = 3;

/** What the groups of a log come down to. The most frequent are told, one of every kind first. */
export function sumUp(errors: LogGroups, evidence: LogGroups): Pick<Scan, 'kept' | 'tallies' | 'leftOut'> {
  const toldErrors = mostFrequent(errors.all());
  const toldEvidence = mostFrequent(evidence.all());
  const told = [...toldErrors, ...toldEvidence];
  const all = [...errors.all(), ...evidence.all()];
  const others = [errors, evidence].flatMap((groups) => [...groups.others()]);
  return {
    kept: [...keptOf(toldErrors), ...keptOf(toldEvidence)].toSorted((a, b) => a.number - b.number),
    tallies: [...toTallies(all, new Set(told)), ...others.map(([name, count]) => toUntold(name, count))],
    leftOut: linesIn(errors.all()) - linesIn(toldErrors) + sum([...errors.others().values()]),
  };
}

function keptOf(told: readonly LogGroup[]): readonly KeptLine[] {
  return told.flatMap(({ kept }, index) => (index < TOLD_IN_FULL ? kept : kept.slice(0, LINES_TO_NAME)));
}

function mostFrequent(groups: readonly LogGroup[]): readonly LogGroup[] {
  const frequent = groups.toSorted((a, b) => b.count - a.count);
  const kinds = new Map<string, LogGroup>();
  for (const group of frequent) if (!kinds.has(group.kind)) kinds.set(group.kind, group);
  return [...new Set([...kinds.values(), ...frequent])].slice(0, MOST_TOLD);
}

function toTallies(groups: readonly LogGroup[], told: ReadonlySet<LogGroup>): Scan['tallies'] {
  const textOf = createMinuteTexts();
  return groups.map((group) => {
    const [first = null] = group.kept;
    return told.has(group)
      ? { name: group.kind, first, tally: tallyOf(group, textOf) }
      : toUntold(group.kind, group.count);
  });
}

/** Of what is not told nobody asks more than how often it was. */
function toUntold(name: string, count: number): Scan['tallies'][number] {
  return { name, first: null, tally: { count, firstAt: null, lastAt: null, lines: [], perMinute: new Map() } };
}

const linesIn = (groups: readonly LogGroup[]): number => sum(groups.map(({ count }) => count));
const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0);
