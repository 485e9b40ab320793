import type { Place } from './usual-errors.ts';
import type { Values } from './values.ts';

/** The context as nginx appends it. Source: nginx src/http/ngx_http_request.c ngx_http_log_error_handler. */
export function contextOf(place: Place, values: Values): string {
  const { client, site } = values;
  if (place === 'none') return '';
  if (place === 'listener') return `, client: ${client}, server: 0.0.0.0:443`;
  const host = site.name.startsWith('~') ? `t${values.below(40)}.beta.example` : site.name;
  const request = `, client: ${client}, server: ${site.name}, request: "${requestLine(values)}"`;
  const referrer = values.below(4) === 0 ? `, referrer: "https://${host}/cart"` : '';
  return `${request}${upstreamOf(place, values)}, host: "${host}"${referrer}`;
}

function upstreamOf(place: Place, { site, uri, pick }: Values): string {
  if (place === 'request') return '';
  if (place === 'fastcgi') return ', upstream: "fastcgi://unix:/run/php/php8.3-fpm.sock:"';
  const backend = pick(site.backends);
  return `, upstream: "${place}://${backend}${uri}"`;
}

function requestLine({ uri, below }: Values): string {
  const kind = below(50);
  if (kind === 0) return `POST ${uri}&say="hello" HTTP/1.1`;
  if (kind < 10) return `POST ${uri} HTTP/1.1`;
  return `GET ${uri} HTTP/${kind < 30 ? '1.1' : '2.0'}`;
}
