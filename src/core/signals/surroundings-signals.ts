import { compareVersions } from '../config/reference.ts';
import { type EvidenceView, orNull, type Shown } from './evidence-view.ts';
import type { SignalFamilies } from './signal.ts';

/** Signals about lines that name nginx's version. */
export const SURROUNDINGS_FAMILIES: SignalFamilies = {
  'nginx-version-at-least': (view, version) => versions(view, (found) => compareVersions(found, version) >= 0),
  'nginx-version-below': (view, version) => versions(view, (found) => compareVersions(found, version) < 0),
};

function versions(view: EvidenceView, passes: (version: string) => boolean): Shown {
  return orNull(view.versions.filter(({ version }) => passes(version)).map(({ record }) => record));
}
