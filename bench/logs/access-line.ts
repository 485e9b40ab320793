import { clockOf } from './error-line.ts';
import type { LogLine } from './line.ts';
import type { Random } from './random.ts';
import { drawValues } from './values.ts';

const AGENTS = [
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 19_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.1 Mobile/15E148 Safari/604.1',
  'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0',
  'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
  'curl/8.5.0',
  'okhttp/4.12.0',
  'kube-probe/1.32',
  '-',
];
const STATUSES = [
  200, 200, 200, 200, 200, 200, 200, 200, 301, 302, 304, 304, 401, 403, 404, 404, 429, 499, 500, 502, 504,
];
const METHODS = ['GET', 'GET', 'GET', 'GET', 'GET', 'POST', 'POST', 'HEAD', 'PUT', 'DELETE'];

/** The combined format, with the timings that people add to it or without. */
export function accessLine(index: number, random: Random, withTimings: boolean): LogLine {
  const { client, site, uri, below, pick } = drawValues(random);
  const clock = clockOf(index);
  const status = pick(STATUSES);
  const referrer = below(3) === 0 ? '-' : `https://${site.name}/`;
  const combined = `${client} - ${below(20) === 0 ? 'anna' : '-'} [22/Nov/2026:${clock.slice(11, 19)} +0000] "${pick(METHODS)} ${uri} HTTP/1.1" ${status} ${below(60_000)} "${referrer}" "${pick(AGENTS)}"`;
  const truth = { kind: 'access', status } as const;
  if (!withTimings) return { text: combined, truth };
  const time = (below(3_000) / 1_000).toFixed(3);
  return {
    text: `${combined} rt=${time} uct=0.001 uht=${time} urt=${time} ua="${pick(site.backends)}" us="${status}"`,
    truth,
  };
}
