import type { Configuration } from '../config/configuration.ts';
import { createPatterns, type MatchPattern } from '../config/patterns.ts';
import type { Reference } from '../config/reference.ts';
import type { Route } from '../config/route.ts';
import type { Finding } from '../identify/finding.ts';
import { once } from '../once.ts';
import type { AccessRecord, CompanionRecord, ErrorRecord, LogRecord } from '../records/log-record.ts';
import type { Contents } from '../records/read-records.ts';
import { type BackendLife, createBackendLife } from './backend-life.ts';
import { readSettings, type Setting } from './backend-settings.ts';
import { type BorrowTime, createBorrowTime } from './borrowed-times.ts';
import {
  type AccessByRequest,
  findRequests,
  type RequestsOfFinding,
  toAccessByRequest,
} from './requests-of-finding.ts';
import { parseVersion } from './version.ts';

/** What signals look at: one finding, and everything that was pasted with it. */
export interface EvidenceView {
  readonly finding: Finding;
  readonly findings: readonly Finding[];
  readonly records: readonly LogRecord[];
  readonly access: readonly AccessRecord[];
  readonly companions: readonly CompanionRecord[];
  /** The same by the ids of their patterns. */
  readonly companionsById: ReadonlyMap<string, readonly CompanionRecord[]>;
  readonly requests: RequestsOfFinding;
  readonly accessByRequest: () => AccessByRequest;
  readonly configuration: Configuration;
  /** The ways of the finding's requests through the configuration; empty where the paste has none. */
  readonly routes: readonly Route[];
  readonly reference: Reference;
  /** Runs the configuration's expressions within the paste's budget. */
  readonly match: MatchPattern;
  /** Lines in which a backend is told where to listen. */
  readonly settings: readonly Setting[];
  /** Records that name the version of nginx. */
  readonly versions: readonly { readonly record: LogRecord; readonly version: string }[];
  /** The version, where these records agree; else null. */
  readonly version: string | null;
  /** Those of the records that stood in earlier pastes of the case. */
  readonly earlier: readonly LogRecord[];
  /** Tells when lines without a time were written, from the lines around them. */
  readonly borrowTime: BorrowTime;
  readonly life: BackendLife;
  /** What signals have shown so far, by their ids: several causes ask for the same. */
  readonly seen: Map<string, Shown>;
}

/** The records that show a signal, in the order of the paste; null when the signal is absent. */
export type Shown = readonly LogRecord[] | null;

const LONGEST_VERSION_LINE = 1_000;

/** What all findings of a paste have in common. */
export type Surroundings = Omit<EvidenceView, 'finding' | 'requests' | 'routes' | 'seen'>;

/** Sorts the records of a paste by kind. */
export function toSurroundings(
  findings: readonly Finding[],
  { records, configuration }: Contents,
  reference: Reference,
): Surroundings {
  const versions = records.flatMap((record) => {
    const version = record.kind === 'access' ? null : parseVersion(record.text.slice(0, LONGEST_VERSION_LINE));
    return version === null ? [] : [{ record, version }];
  });
  const [first] = versions;
  const access = records.filter((record) => record.kind === 'access');
  const companions = records.filter((record) => record.kind === 'companion');
  return {
    findings,
    records,
    configuration,
    reference,
    match: createPatterns(),
    borrowTime: createBorrowTime(records),
    life: createBackendLife(records),
    access,
    accessByRequest: once(() => toAccessByRequest(access)),
    companions,
    companionsById: Map.groupBy(companions, ({ pattern }) => pattern.id),
    settings: readSettings(records),
    versions,
    version: versions.every(({ version }) => version === first?.version) ? (first?.version ?? null) : null,
    earlier: records.filter(({ earlier }) => earlier !== undefined),
  };
}

/** What signals look at for one of the findings of a paste. */
export function toView(surroundings: Surroundings, finding: Finding, routes: readonly Route[]): EvidenceView {
  const { access, accessByRequest } = surroundings;
  const requests = findRequests(finding, access, accessByRequest);
  return { ...surroundings, finding, requests, routes, seen: new Map() };
}

/** The finding's records that pass; null when none does. */
export function someRecords(view: EvidenceView, passes: (record: ErrorRecord) => boolean): Shown {
  return orNull(view.finding.records.filter(passes));
}

/** The finding's records when all of them pass and there are at least `least`; else null. */
export function allRecords(view: EvidenceView, least: number, passes: (record: ErrorRecord) => boolean): Shown {
  const { records } = view.finding;
  return records.length >= least && records.every(passes) ? records : null;
}

/** An empty list shows nothing. */
export function orNull(records: readonly LogRecord[]): Shown {
  return records.length > 0 ? records : null;
}
