import { type EvidenceView, orNull, type Shown } from './evidence-view.ts';
import type { SignalFamilies } from './signal.ts';

/** Signals about configuration and version lines in the paste. */
export const SURROUNDINGS_FAMILIES: SignalFamilies = {
  'config-has': (view, directive) =>
    orNull(view.configuration.all.filter(({ name }) => name === directive).flatMap(({ records }) => records)),
  'nginx-version-at-least': (view, version) => versions(view, (found) => compareVersions(found, version) >= 0),
  'nginx-version-below': (view, version) => versions(view, (found) => compareVersions(found, version) < 0),
};

function versions(view: EvidenceView, passes: (version: string) => boolean): Shown {
  return orNull(view.versions.filter(({ version }) => passes(version)).map(({ record }) => record));
}

/** Negative when `a` is the older release. Missing parts count as 0. */
function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number));
  for (let part = 0; part < 3; part += 1) {
    const difference = (left?.[part] ?? 0) - (right?.[part] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
