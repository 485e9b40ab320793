import { fillCommand, fillSentence } from '../fill/fill-in.ts';
import { toValues } from '../fill/to-values.ts';
import type { LogRecord } from '../records/log-record.ts';
import { asCode, toQuote } from '../reply/wording.ts';
import type { FixVerdict } from './fix-verdict.ts';
import type { Judgement } from './judgement.ts';
import { sayRuling } from './say-ruling.ts';
import { sayClock } from './stamp.ts';

const MOST_QUOTES = 2;
const REPEAT = {
  do: 'Repeat the request.',
  run: "curl -sS -o /dev/null -w '%{http_code} after %{time_total} s\\n' -X {method} {url}",
};

/** A ruling for its reader: the sentence, the lines that it rests on, and what to paste next. */
export function toVerdict(judgement: Judgement): FixVerdict {
  const { ruling, watched, probed, evidence } = judgement;
  const { finding, moment, zone } = evidence;
  const { after } = watched;
  return {
    kind: ruling.kind,
    entry: finding.entry?.id ?? null,
    title: finding.entry?.title ?? asCode(finding.records[0]?.message ?? finding.template, 120),
    says: sayRuling(judgement),
    since: { at: sayClock(moment.stamp, zone), source: moment.source },
    passed: after.passed.count + probed.passed,
    failed: Math.max(after.again.count, after.failed.count) + after.other.count + probed.failed,
    quotes: linesOf(judgement).map(toQuote),
    ask: askFor(judgement),
  };
}

function linesOf({ ruling, watched, probed, evidence }: Judgement): readonly LogRecord[] {
  const { after, untold, leftover, last } = watched;
  const lines: Readonly<Record<FixVerdict['kind'], readonly (LogRecord | null)[]>> = {
    'still-failing': [
      after.again.first,
      after.other.first,
      after.failed.first,
      probed.failure === null ? null : probed.record,
    ],
    fixed: [after.passed.first, after.passed.last, probed.record],
    'not-decidable': [
      untold.first,
      leftover.first,
      after.again.last,
      after.passed.first,
      after.unclear.first,
      probed.record,
    ],
  };
  const found = lines[ruling.kind].filter((line) => line !== null);
  if (found.length > 0) return [...new Set(found)].slice(0, MOST_QUOTES);
  return [probed.configuration?.record ?? evidence.moment.record ?? last].filter((line) => line !== null);
}

/** What would decide: the entry's own way to verify through nginx, or access lines of the route. */
function askFor({ ruling, route: { name, shapes }, evidence: { finding } }: Judgement): FixVerdict['ask'] {
  if (ruling.kind !== 'not-decidable') return null;
  const values = toValues(finding);
  const wantsLines = ruling.because === 'untold' || ruling.because === 'few' || ruling.because === 'mixed';
  const own = (finding.entry?.verification ?? []).find(({ run }) => run.includes(' {url}') || name === null);
  const way = own ?? (name === null ? null : REPEAT);
  if (way && !wantsLines) return { do: fillSentence(way.do, values), run: fillCommand(way.run, values) };
  const run = shapes.size === 0 ? 'tail -n 50 {?access-log}' : 'grep -F {path} {?access-log} | tail -n 50';
  return { do: 'Take the access lines since then.', run: fillCommand(run, values) };
}
