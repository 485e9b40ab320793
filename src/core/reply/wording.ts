import type { Finding } from '../identify/finding.ts';
import type { LogRecord } from '../records/log-record.ts';
import { toSeconds } from '../signals/time.ts';
import { groupDigits } from './group-digits.ts';
import type { Quote } from './reply.ts';

const LONGEST_QUOTE = 300;
const LONGEST_NAME = 80;

/** A value of the paste between backticks, shortened; it can hold no backtick itself. */
export function asCode(value: string, most = LONGEST_NAME): string {
  const plain = value.replaceAll('`', "'");
  return `\`${plain.length > most ? `${plain.slice(0, most - 1)}…` : plain}\``;
}

/** A record as the reader finds it again. */
export function toQuote(record: LogRecord): Quote {
  const { text, earlier } = record;
  if (earlier) return { paste: earlier.paste, line: earlier.line, text: record.kind === 'error' ? '' : text };
  return {
    line: record.at[0] ?? 0,
    text: text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE - 1)}…` : text,
  };
}

/** `` `POST /api/data` on `example.com` → `127.0.0.1:8080` · 3 times in 42 s, from 10:15:42 ``. */
export function describeWhere(finding: Finding): string {
  const { facts } = finding;
  const method = facts.get('method');
  const path = facts.get('path');
  const site = facts.get('host') ?? facts.get('server');
  const upstream = facts.get('upstream.address') ?? facts.get('upstream');
  const file = facts.get('configFile');
  const object = facts.get('object');
  const parts = [
    method !== undefined && path !== undefined ? asCode(`${method} ${path}`) : null,
    site === undefined ? null : `on ${asCode(site)}`,
    upstream === undefined ? null : `→ ${asCode(upstream)}`,
    object === undefined ? null : `for ${asCode(`${facts.get('namespace') ?? ''}/${object}`)}`,
    file === undefined ? null : `in ${asCode(`${file}:${facts.get('configLine') ?? ''}`)}`,
  ].filter((part) => part !== null);
  return [parts.join(' '), describeTimes(finding)].filter((part) => part !== '').join(' · ');
}

function describeTimes({ tally: { count, firstAt, lastAt } }: Finding): string {
  const often = count === 1 ? 'once' : `${groupDigits(count)} times`;
  if (firstAt === null) return often;
  const clock = firstAt.slice(11);
  if (count === 1) return `${often}, ${clock}`;
  const seconds = (toSeconds(lastAt ?? firstAt) ?? 0) - (toSeconds(firstAt) ?? 0);
  return `${often} in ${describeSeconds(seconds)}, from ${clock}`;
}

function describeSeconds(seconds: number): string {
  if (seconds < 1) return 'the same second';
  if (seconds < 120) return `${seconds} s`;
  if (seconds < 7_200) return `${Math.round(seconds / 60)} min`;
  return seconds < 172_800 ? `${Math.round(seconds / 3_600)} h` : `${Math.round(seconds / 86_400)} days`;
}

/** `line 3`, `lines 3 and 5`, `lines 1, 2, 4 and 12 more`; without any, those of an earlier paste of the case. */
export function describeLines(lines: readonly number[], most = 4): string {
  const [only] = lines;
  if (only === undefined) return 'an earlier paste';
  if (lines.length === 1) return `line ${only}`;
  if (lines.length > most) return `lines ${lines.slice(0, most).join(', ')} and ${lines.length - most} more`;
  return `lines ${lines.slice(0, -1).join(', ')} and ${lines.at(-1)}`;
}

/** Where lines stand, those of this paste first: `line 3`; `paste 1, line 3` where all of them are earlier ones. Empty for none. */
export function describePlaces(records: readonly LogRecord[]): string {
  return describeQuotes(records.map(toQuote));
}

/** The same for quotes. */
export function describeQuotes(quotes: readonly Quote[]): string {
  const linesOf = (wanted: number | undefined): readonly number[] => [
    ...new Set(quotes.flatMap(({ line, paste }) => (paste === wanted ? [line] : []))),
  ];
  const here = linesOf(undefined);
  if (here.length > 0) return describeLines(here);
  const [first] = quotes;
  return first ? `paste ${first.paste}, ${describeLines(linesOf(first.paste))}` : '';
}
