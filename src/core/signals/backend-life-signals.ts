import type { LogRecord } from '../records/log-record.ts';
import { isBackend } from './backend-life.ts';
import { findListeningPlaces, isWhereNginxConnects, upstreamPorts } from './backends-of-finding.ts';
import { ownTime } from './borrowed-times.ts';
import { type EvidenceView, orNull, type Shown } from './evidence-view.ts';
import type { Signals } from './signal.ts';
import { toSeconds } from './time.ts';

const FAILED_TO_START = /-(?:failed-to-start|spawn-failed|no-app-loaded)$/;
const ADDRESS_IN_USE = /-address-in-use$|^docker-bind-failed$/;
const MODULE_MISSING = /-(?:module|library|package)-missing$/;
/** Process managers say "started" when they have made the process, long before it listens. */
const READY = /^(?:spring-boot|tomcat|quarkus|wildfly)-started$/;
const SOON = 180;

/** Signals of what programs of all kinds say of their own life: the ids of companions end alike where they mean the same. */
export const BACKEND_LIFE_SIGNALS: Signals = {
  'backend-failed-to-start': (view) => ofBackends(view, FAILED_TO_START),
  'backend-address-in-use': (view) => ofBackends(view, ADDRESS_IN_USE),
  'backend-module-missing': (view) => ofBackends(view, MODULE_MISSING),
  'backend-says-it-listens': (view) => (view.life.lastStop() ? null : listening(view)),
  'backend-stopped-last': (view) => {
    const stop = view.life.lastStop();
    return stop && [stop];
  },
  'backend-listens-after-the-failures': (view) => listensAfter(view),
};

function ofBackends(view: EvidenceView, ending: RegExp): Shown {
  return orNull(view.companions.filter((record) => isBackend(record) && ending.test(record.pattern.id)));
}

function listening(view: EvidenceView): Shown {
  const places = findListeningPlaces(view).map(({ record }) => record);
  return orNull([...new Set([...(ofBackends(view, /-listening$/) ?? []), ...places])]);
}

/** Backends that were ready within three minutes after the last failure, and not before the first, on the upstream's port where they name one. */
function listensAfter(view: EvidenceView): Shown {
  const times = view.finding.records.flatMap(({ time }) => (time === null ? [] : [toSeconds(time) ?? Number.NaN]));
  const [first, last] = [times.at(0), times.at(-1)];
  if (first === undefined || last === undefined) return null;
  const year = new Date(first * 1000).getUTCFullYear();
  const when = (record: LogRecord): number => ownTime(record, year) ?? Number.NaN;
  const places = findListeningPlaces(view);
  const started = view.companions.filter(({ pattern }) => READY.test(pattern.id));
  if ([...places.map(({ record }) => record), ...started].some((record) => when(record) < first)) return null;
  const ports = upstreamPorts(view);
  const fitting = places
    .filter((place) => (ports.size === 0 || ports.has(place.port)) && isWhereNginxConnects(place, view))
    .map(({ record }) => record);
  // nginx writes whole seconds, so that of two things in one of them nobody knows which came first
  const ready = [...fitting, ...started].filter((record) => when(record) >= last + 1 && when(record) <= last + SOON);
  return orNull(ready);
}
