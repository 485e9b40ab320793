import type { CompanionRecord } from '../records/log-record.ts';
import { findLastStop, hasStopped, isBackend } from './backend-life.ts';
import { ownTime } from './borrowed-times.ts';
import { type EvidenceView, orNull, type Shown } from './evidence-view.ts';
import { placeOf, upstreamPorts } from './listening-place.ts';
import type { Signals } from './signal.ts';
import { toSeconds } from './time.ts';

const FAILED_TO_START = /-(?:failed-to-start|spawn-failed|no-app-loaded)$/;
const ADDRESS_IN_USE = /-address-in-use$|^docker-bind-failed$/;
const MODULE_MISSING = /-(?:module|library|package)-missing$/;
/** Process managers say "started" when they have made the process, long before it listens. */
const READY = /-listening$|^(?:spring-boot|tomcat|quarkus|wildfly)-started$/;
const SOON = 180;

/** Signals of what programs of all kinds say of their own life: the ids of companions end alike where they mean the same. */
export const BACKEND_LIFE_SIGNALS: Signals = {
  'backend-failed-to-start': (view) => ofBackends(view, FAILED_TO_START),
  'backend-address-in-use': (view) => ofBackends(view, ADDRESS_IN_USE),
  'backend-module-missing': (view) => ofBackends(view, MODULE_MISSING),
  'backend-says-it-listens': (view) => (hasStopped(view) ? null : ofBackends(view, /-listening$/)),
  'backend-stopped-last': (view) => {
    const stop = findLastStop(view);
    return stop && [stop];
  },
  'backend-listens-after-the-failures': (view) => listensAfter(view),
};

function ofBackends(view: EvidenceView, ending: RegExp): Shown {
  return orNull(view.companions.filter((record) => isBackend(record) && ending.test(record.pattern.id)));
}

/** Backends that were ready within three minutes after the last failure, and not before the first, on the upstream's port where they name one. */
function listensAfter(view: EvidenceView): Shown {
  const times = view.finding.records.flatMap(({ time }) => (time === null ? [] : [toSeconds(time) ?? Number.NaN]));
  if (times.length === 0) return null;
  const first = Math.min(...times.slice(0, 1));
  const last = Math.max(...times.slice(-1));
  const ready = view.companions.filter((record) => isBackend(record) && READY.test(record.pattern.id));
  const year = new Date(first * 1000).getUTCFullYear();
  const when = (record: CompanionRecord): number => ownTime(record, year) ?? Number.NaN;
  if (ready.some((record) => when(record) < first)) return null;
  return orNull(
    ready.filter((record) => when(record) >= last && when(record) <= last + SOON && fitsPort(view, record)),
  );
}

function fitsPort(view: EvidenceView, record: CompanionRecord): boolean {
  const port = placeOf(record)?.port;
  const ports = upstreamPorts(view);
  return port === undefined || ports.size === 0 || ports.has(port);
}
