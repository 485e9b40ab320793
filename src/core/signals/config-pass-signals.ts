import { type ConfigDirective, directivesIn } from '../config/config-directive.ts';
import { inForceOn } from '../config/in-force.ts';
import { passOf } from '../config/pass.ts';
import { canReach, type Route } from '../config/route.ts';
import { linesOf, onRoutes } from './config-view.ts';
import type { EvidenceView } from './evidence-view.ts';
import { onTargets } from './pass-targets.ts';
import { upstreamOf } from './record-request.ts';
import type { Signals } from './signal.ts';

const TLS_PORTS: ReadonlySet<string> = new Set(['443', '8443', '9443', '6443', '10443']);
const HTTP_PORTS: ReadonlySet<string> = new Set(['80', '3000', '5000', '8000', '8080', '8081', '8888', '443', '8443']);

/** Signals about the pass that hands the failing requests on, and about the group behind it. */
export const CONFIG_PASS_SIGNALS: Signals = {
  'config-proxies-plain-to-tls-port': onTargets(
    ({ port }, { target: { scheme } }) => (scheme === 'http' || scheme === 'grpc') && TLS_PORTS.has(port),
  ),
  'config-proxies-to-localhost': onTargets(({ host }) => host === 'localhost'),
  'config-resolves-name-at-start': onTargets(
    ({ host, port, directive }, { hasVariables }) =>
      !hasVariables && isName(host) && port !== '' && !directive.args.includes('resolve'),
  ),
  'config-passes-to-literal-address': onTargets(
    ({ host, socket }, { hasVariables }) => !hasVariables && (socket !== '' || isLiteral(host)),
  ),
  'config-fastcgi-pass-to-http-port': onTargets(({ port }, { family }) => family === 'fastcgi' && HTTP_PORTS.has(port)),
  'config-http-pass-to-fastcgi': onTargets(
    ({ port, socket }, { family }) => family === 'proxy' && (port === '9000' || /php|fpm|fcgi/.test(socket)),
  ),
  'config-passes-variable': (view) =>
    onRoutes(view, ({ pass }) => (pass?.hasVariables ? linesOf([pass.directive]) : null)),
  'config-variable-pass-without-resolver': (view) =>
    onRoutes(view, (route) => {
      const resolver = inForceOn(route, 'resolver', view);
      const isWithout = resolver.directives.length === 0 && resolver.isCertain && route.isCertain;
      return route.pass?.hasVariables && isWithout ? linesOf([route.pass.directive]) : null;
    }),
  'config-map-without-default': (view) =>
    onRoutes(view, (route) => {
      const maps = mapsOf(route, view.configuration.http);
      const without = maps.filter((map) => map.isWhole && directivesIn(map, 'default').length === 0);
      return without.length > 0 ? linesOf([...without, route.pass?.directive]) : null;
    }),
  'config-differs-from-log': (view) =>
    onRoutes(view, (route) =>
      route.fitsLog || !route.isCertain || reachesSomehow(view)
        ? null
        : linesOf([route.pass?.directive, ...(route.upstream ? directivesIn(route.upstream, 'server') : [])]),
    ),
};

const isName = (host: string): boolean => /[a-z]/i.test(host) && !host.includes(':') && host !== 'localhost';
const isLiteral = (host: string): boolean => /^[\d.]+$|:/.test(host);

function mapsOf({ pass }: Route, http: ConfigDirective): readonly ConfigDirective[] {
  const names = new Set(
    [...(pass?.directive.args[0] ?? '').matchAll(/\$\{?(\w{1,64})/g)].map(([, name]) => `$${name}`),
  );
  return directivesIn(http, 'map').filter(({ args }) => names.has(args[1] ?? ''));
}

/** True where any pass in the paste may have led to the logged upstream: an internal redirect may have gone that way. */
function reachesSomehow({ finding, configuration }: EvidenceView): boolean {
  const logged = finding.records.map(upstreamOf).find((upstream) => upstream !== null);
  if (!logged) return true;
  return configuration.all.some((block) => {
    const pass = passOf(block);
    return pass !== null && canReach(pass, configuration.upstreams.get(pass.target.host ?? '') ?? null, logged);
  });
}
