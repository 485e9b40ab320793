import { directivesIn } from '../config/config-directive.ts';
import { inForceOn, valueOn } from '../config/in-force.ts';
import { compareVersions } from '../config/reference.ts';
import type { Route } from '../config/route.ts';
import { linesOf, onRoutes } from './config-view.ts';
import type { EvidenceView } from './evidence-view.ts';
import type { Signals } from './signal.ts';

const POOLS_BY_DEFAULT = '1.29.7';

/** Signals about the pooling of connections to the backend. Sources: nginx src/http/modules/ngx_http_upstream_keepalive_module.c,
 * ngx_http_proxy_module.c (before 1.29.7 HTTP/1.0 and `Connection: close` were the defaults), ngx_http_fastcgi_module.c. */
export const CONFIG_POOL_SIGNALS: Signals = {
  'config-pools-connections': (view) =>
    onRoutes(view, (route) => (poolOf(route, view) === 'pools' ? poolLines(route) : null)),
  'config-may-pool-connections': (view) =>
    onRoutes(view, (route) => (poolOf(route, view) === 'since-1.29.7' ? poolLines(route) : null)),
  'config-pools-no-connections': (view) =>
    onRoutes(view, (route) => (poolOf(route, view) === 'pools-not' ? poolLines(route) : null)),
  'config-keepalive-without-http11': (view) =>
    onRoutes(view, (route) =>
      keepaliveOf(route) !== null && lacksHttp11(route, view) === true ? poolLines(route) : null,
    ),
};

/** `since-1.29.7`: whether connections are pooled depends on the release, which the paste does not tell. */
type Pooling = 'pools' | 'pools-not' | 'since-1.29.7' | 'unknown';

function poolOf(route: Route, view: EvidenceView): Pooling {
  const { pass, upstream } = route;
  if (!pass || pass.hasVariables || !route.isCertain) return 'unknown';
  if (pass.family === 'uwsgi' || pass.family === 'scgi') return 'pools-not';
  if (!upstream) return /^[\d.]+$|:|^localhost$/.test(pass.target.host ?? ':') ? 'pools-not' : 'unknown';
  const size = keepaliveOf(route);
  if (size === 0) return 'pools-not';
  if (size === null && !upstream.isWhole) return 'unknown';
  if (size === null && isOlder(view)) return 'pools-not';
  if (pass.family === 'fastcgi') return poolsFastcgi(route, view, size);
  if (pass.family !== 'proxy') return size === null && view.version === null ? 'since-1.29.7' : 'pools';
  const lacks = lacksHttp11(route, view);
  if (lacks === true) return 'pools-not';
  if (lacks === null) return 'since-1.29.7';
  return size === null && view.version === null ? 'since-1.29.7' : 'pools';
}

function poolsFastcgi(route: Route, view: EvidenceView, size: number | null): Pooling {
  const keeps = valueOn(route, 'fastcgi_keep_conn', view)?.args[0];
  if (keeps !== 'on') return keeps === undefined ? 'unknown' : 'pools-not';
  return size === null && view.version === null ? 'since-1.29.7' : 'pools';
}

const isOlder = ({ version }: EvidenceView): boolean =>
  version !== null && compareVersions(version, POOLS_BY_DEFAULT) < 0;

/** The number of connections that the group keeps; null where it doesn't say. */
function keepaliveOf({ upstream }: Route): number | null {
  const [size] = upstream ? (directivesIn(upstream, 'keepalive').at(-1)?.args ?? []) : [];
  return size === undefined || Number.isNaN(Number(size)) ? null : Number(size);
}

/** True where HTTP/1.0 or a Connection header of their own keeps connections from being reused, or an old release's defaults do;
 * null where that depends on the release. */
function lacksHttp11(route: Route, view: EvidenceView): boolean | null {
  const version = valueOn(route, 'proxy_http_version', view)?.args[0];
  const headers = inForceOn(route, 'proxy_set_header', view);
  const connection = headers.directives.find(({ args }) => args[0]?.toLowerCase() === 'connection')?.args[1];
  if (version === '1.0' || (connection !== undefined && connection !== '' && !connection.includes('$'))) return true;
  if (connection === undefined && isOlder(view)) return true;
  return (version === undefined || connection === undefined) && view.version === null ? null : false;
}

function poolLines({ pass, upstream }: Route) {
  const keepalive = upstream ? directivesIn(upstream, 'keepalive') : [];
  return linesOf([upstream, ...keepalive, pass?.directive]);
}
