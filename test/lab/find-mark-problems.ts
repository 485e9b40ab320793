import type { Entry, Fix } from '../../src/core/entry.ts';
import type { Scenario } from './scenario.ts';

/** Where an entry's marks (`unconfirmed`) and the scenarios' plans disagree: a plan without its fix, a plan that confirms a marked fix or
 * calls an unmarked one marked, and a mark to which no scenario holds. */
export function findMarkProblems(
  scenarios: readonly { readonly name: string; readonly scenario: Scenario }[],
  entries: readonly Entry[],
): readonly string[] {
  const planned = scenarios.map(({ name, scenario }) => ({ name, scenario, fix: findFix(scenario, entries) }));
  const held = new Set(planned.map(({ fix }) => fix));
  const forgotten = entries.flatMap(({ id, causes }) =>
    causes.flatMap((cause) =>
      cause.fixes
        .filter((fix) => fix.unconfirmed !== undefined && !held.has(fix))
        .map(({ title }) => `${id}, ${cause.id}: "${title}" is marked, and no scenario reaches it`),
    ),
  );
  return [
    ...planned.flatMap(({ name, scenario, fix }) => disagreement(scenario, fix).map((text) => `${name}: ${text}`)),
    ...forgotten,
  ];
}

function findFix({ entry, cause, fix: plan }: Scenario, entries: readonly Entry[]): Fix | undefined {
  const beginning = 'marked' in plan ? plan.marked : plan.title;
  return entries
    .find(({ id }) => id === entry)
    ?.causes.find(({ id }) => id === cause)
    ?.fixes.find(({ title }) => title.startsWith(beginning));
}

function disagreement({ fix: plan }: Scenario, fix: Fix | undefined): readonly string[] {
  if (!fix) return [`the entry has no fix "${'marked' in plan ? plan.marked : plan.title}"`];
  const isMarked = fix.unconfirmed !== undefined;
  if ('marked' in plan && !isMarked) return [`"${fix.title}" can't be confirmed here, and the entry doesn't mark it`];
  if (!('marked' in plan) && isMarked) return [`"${fix.title}" is carried out here, and the entry marks it as untried`];
  return [];
}
