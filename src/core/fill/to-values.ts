import type { Finding } from '../identify/finding.ts';
import { toSeconds } from '../signals/time.ts';
import type { Values } from './fill-in.ts';

const MARGIN_SECONDS = 30;
const METHOD = /^[A-Z]{1,20}$/;

/** What a finding can fill in: its facts, made safe for the tools that read them, and the time around its lines. */
export function toValues(finding: Finding): Values {
  const values = new Map(finding.facts);
  for (const name of ['url', 'upstream.url']) {
    const url = values.get(name);
    if (url !== undefined) values.set(name, withoutGlobs(url));
  }
  if (!METHOD.test(values.get('method') ?? '')) values.delete('method');
  const { firstAt: first, lastAt: last } = finding.tally;
  if (first !== null && last !== null) {
    values.set('since', shifted(first, -MARGIN_SECONDS));
    values.set('until', shifted(last, MARGIN_SECONDS));
    values.set('day', first.slice(0, 10));
    values.set('minute', first.slice(0, 16));
  }
  return values;
}

/** curl reads `[1-9]` and `{a,b}` in a URL as a list of URLs; an attacker's request line must not become one.
 * The brackets of an IPv6 address stay. Source: curl(1), URL globbing. */
function withoutGlobs(url: string): string {
  const pathAt = url.indexOf('/', url.indexOf('://') + 3);
  if (pathAt < 0) return url;
  return url.slice(0, pathAt) + url.slice(pathAt).replace(/[[\]{}]/g, encodeURIComponent);
}

/** `YYYY-MM-DD HH:MM:SS`, as journalctl takes it. */
function shifted(time: string, seconds: number): string {
  return new Date(((toSeconds(time) ?? 0) + seconds) * 1000).toISOString().slice(0, 19).replace('T', ' ');
}
