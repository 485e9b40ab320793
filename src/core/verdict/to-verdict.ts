import { fillCommand, fillSentence } from '../fill/fill-in.ts';
import { toValues } from '../fill/to-values.ts';
import type { LogRecord } from '../records/log-record.ts';
import { asCode, toQuote } from '../reply/wording.ts';
import type { FixVerdict } from './fix-verdict.ts';
import type { FixEvidence, Ruling } from './judge-fix.ts';
import type { Probed } from './read-probes.ts';
import type { Route } from './route.ts';
import { sayRuling } from './say-ruling.ts';
import { sayClock } from './stamp.ts';
import type { Watched } from './watch-route.ts';

/** A ruling for its reader: the sentence, the lines that it rests on, and what to paste next. */
export function toVerdict(
  ruling: Ruling,
  watched: Watched,
  probed: Probed,
  route: Route,
  evidence: FixEvidence,
): FixVerdict {
  const { finding, moment, zone } = evidence;
  const { after } = watched;
  return {
    kind: ruling.kind,
    entry: finding.entry?.id ?? null,
    title: finding.entry?.title ?? asCode(finding.records[0]?.message ?? finding.template, 120),
    says: sayRuling(ruling, watched, probed, route, evidence),
    since: { at: sayClock(moment.stamp, zone), source: moment.source },
    passed: after.passed.count + probed.passed,
    failed: Math.max(after.again.count, after.failed.count) + after.other.count + probed.failed,
    quotes: [...new Set(linesOf(ruling, watched, probed, evidence))].map(toQuote),
    ask: askFor(ruling, route, evidence),
  };
}

function linesOf(ruling: Ruling, { after, leftover, untold, last }: Watched, probed: Probed, { moment }: FixEvidence) {
  const configuration = probed.configuration?.record ?? null;
  const lines: readonly (LogRecord | null)[] =
    ruling.kind === 'still-failing'
      ? [after.again.first, after.other.first, after.failed.first, probed.failure === null ? null : probed.record]
      : ruling.kind === 'fixed'
        ? [after.passed.first, after.passed.last, probed.record]
        : [untold.first, leftover.first, after.again.last, after.passed.first, after.unclear.first, probed.record];
  const found = lines.filter((line) => line !== null);
  if (found.length > 0) return found.slice(0, 2);
  return [configuration ?? moment.record ?? last].filter((line) => line !== null);
}

const REPEAT = {
  do: 'Repeat the request.',
  run: "curl -sS -o /dev/null -w '%{http_code} after %{time_total} s\\n' -X {method} {url}",
};

/** What would decide: the entry's own way to verify through nginx, or access lines of the route. */
function askFor(ruling: Ruling, { name, shapes }: Route, { finding }: FixEvidence): FixVerdict['ask'] {
  if (ruling.kind !== 'not-decidable') return null;
  const values = toValues(finding);
  const wantsLines = ruling.because === 'untold' || ruling.because === 'few' || ruling.because === 'mixed';
  const own = (finding.entry?.verification ?? []).find(({ run }) => run.includes(' {url}') || name === null);
  const way = own ?? (name === null ? null : REPEAT);
  if (way && !wantsLines) return { do: fillSentence(way.do, values), run: fillCommand(way.run, values) };
  const run = shapes.size === 0 ? 'tail -n 50 {?access-log}' : 'grep -F {path} {?access-log} | tail -n 50';
  return { do: 'Take the access lines since then.', run: fillCommand(run, values) };
}
