import type { Entry } from '../core/entry.ts';
import type { Problem } from './problem.ts';

/** Ids are unique: of entries in the corpus, of causes, checks and fixes' targets inside an entry; and whoever names a cause or
 * an entry names one that exists. That an id equals its file's stem is checked while loading. */
export function lintIds(entries: readonly Entry[]): readonly Problem[] {
  const ids = entries.map(({ id }) => id);
  return [
    ...repeated(ids).map((id) =>
      problem(id, 'id', 'is used by two entries: give one of them another id and file name'),
    ),
    ...entries.flatMap((entry) => [...lintOwnIds(entry), ...lintNamedCauses(entry), ...lintNamedEntries(entry, ids)]),
  ];
}

function lintOwnIds(entry: Entry): readonly Problem[] {
  const causes = repeated(entry.causes.map(({ id }) => id)).map((id) => `causes.${id}`);
  const checks = repeated(entry.checks.map(({ id }) => id)).map((id) => `checks.${id}`);
  return [...causes, ...checks].map((path) => problem(entry.id, path, 'is there twice: join the two'));
}

function lintNamedCauses(entry: Entry): readonly Problem[] {
  const causes = new Set(entry.causes.map(({ id }) => id));
  const named = [
    ...entry.checks.flatMap((check) =>
      check.outcomes.flatMap(({ means }) => means.map((id) => [`checks.${check.id}`, id])),
    ),
    ...entry.examples.flatMap(({ cause }, at) => (cause === undefined ? [] : [[`examples[${at}]`, cause]])),
  ];
  return named.flatMap(([path = '', id = '']) =>
    causes.has(id) ? [] : [problem(entry.id, path, `names the cause ${id}, which this entry does not have`)],
  );
}

function lintNamedEntries(entry: Entry, ids: readonly string[]): readonly Problem[] {
  return (entry.consequenceOf ?? [])
    .filter((id) => !ids.includes(id) || id === entry.id)
    .map((id) => problem(entry.id, 'consequenceOf', `names ${id}, which is no other entry`));
}

function repeated(ids: readonly string[]): readonly string[] {
  return [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))];
}

const problem = (at: string, path: string, text: string): Problem => ({ at, path, text, weight: 'error' });
