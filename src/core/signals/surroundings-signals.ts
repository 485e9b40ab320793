import type { LogRecord } from '../records/log-record.ts';
import { type EvidenceView, orNull, type Shown } from './evidence-view.ts';
import type { SignalFamilies } from './signal.ts';

const VERSION =
  /\bnginx\/(\d{1,2})\.(\d{1,3})\.(\d{1,3})\b|nginx version: (?:nginx|openresty)\/(\d{1,2})\.(\d{1,3})\.(\d{1,3})/;

/** Signals about configuration and version lines in the paste. */
export const SURROUNDINGS_FAMILIES: SignalFamilies = {
  'config-has': (view, directive) => orNull(view.config.filter((line) => line.directive === directive)),
  'nginx-version-at-least': (view, version) => versions(view, (found) => compareVersions(found, version) >= 0),
  'nginx-version-below': (view, version) => versions(view, (found) => compareVersions(found, version) < 0),
};

function versions(view: EvidenceView, passes: (version: string) => boolean): Shown {
  return orNull(
    view.records.filter((record) => {
      const version = record.kind === 'access' ? null : versionOf(record);
      return version !== null && passes(version);
    }),
  );
}

function versionOf(record: LogRecord): string | null {
  const found = VERSION.exec(record.text.slice(0, 1_000));
  return found
    ? found
        .slice(1)
        .filter((part) => part !== undefined)
        .join('.')
    : null;
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
