import { upstreamAddress } from '../facts/upstream.ts';
import type { ErrorRecord } from '../records/log-record.ts';
import type { EvidenceView, Shown } from './evidence-view.ts';
import { requestOf, upstreamOf } from './record-request.ts';
import type { Signals } from './signal.ts';
import { toSeconds } from './time.ts';

const MANY = 3;
const BURST_SECONDS = 2;
const SPREAD_SECONDS = 60;

/** Signals that only several lines together show. */
export const CROWD_SIGNALS: Signals = {
  'seen-once': ({ finding }) => (finding.tally.count === 1 ? finding.records : null),
  'seen-repeatedly': ({ finding }) => (finding.records.length >= MANY ? finding.records : null),
  burst: (view) => (spanOf(view) <= BURST_SECONDS ? many(view) : null),
  'spread-out': (view) => (spanOf(view) >= SPREAD_SECONDS && Number.isFinite(spanOf(view)) ? many(view) : null),
  'one-uri': (view) => (distinct(view, pathOf).size === 1 ? many(view) : null),
  'many-uris': (view) => (distinct(view, pathOf).size >= MANY ? many(view) : null),
  'one-upstream': (view) => (distinct(view, addressOf).size === 1 ? many(view) : null),
  'many-upstreams': (view) => (distinctEverywhere(view) >= 2 ? view.finding.records : null),
};

const many = (view: EvidenceView): Shown => (view.finding.records.length >= MANY ? view.finding.records : null);

/** Seconds between the first and the last line; infinite without times. */
function spanOf({ finding: { tally } }: EvidenceView): number {
  const [first, last] = [tally.firstAt, tally.lastAt].map((time) => (time === null ? null : toSeconds(time)));
  return tally.count < MANY || first == null || last == null ? Number.POSITIVE_INFINITY : last - first;
}

const pathOf = (record: ErrorRecord): string | null => requestOf(record)?.path ?? null;
const addressOf = (record: ErrorRecord): string | null => {
  const upstream = upstreamOf(record);
  return upstream && upstreamAddress(upstream);
};

function distinct(view: EvidenceView, textOf: (record: ErrorRecord) => string | null): ReadonlySet<string> {
  return new Set(view.finding.records.map(textOf).filter((value) => value !== null));
}

/** Findings are grouped by upstream, so the same entry's other findings count, too. */
function distinctEverywhere(view: EvidenceView): number {
  const same = view.findings.filter(({ entry }) => entry !== null && entry === view.finding.entry);
  return new Set(same.flatMap(({ records }) => records.map(addressOf).filter((address) => address !== null))).size;
}
