import { type ConfigDirective, directivesIn } from '../config/config-directive.ts';
import { inForceOn, nameOn, valueOn } from '../config/in-force.ts';
import { parseMeasure } from '../config/measure.ts';
import type { Route } from '../config/route.ts';
import { failingLines, isNear } from './access-signals.ts';
import { linesOf, onRoutes, placeOn } from './config-view.ts';
import type { EvidenceView, Shown } from './evidence-view.ts';
import { REQUEST_SIGNALS } from './line-signals.ts';
import type { Signals } from './signal.ts';

/** Signals that compare a limit of the configuration with what happened. */
export const CONFIG_MEASURE_SIGNALS: Signals = {
  'config-read-timeout-is-request-time': (view) => onRoutes(view, (route) => timedOut(route, view, '*_read_timeout')),
  'config-connect-timeout-is-request-time': (view) =>
    onRoutes(view, (route) => timedOut(route, view, '*_connect_timeout')),
  'config-body-limit-below-request': (view) =>
    onRoutes(view, (route) => bodyLimit(route, view, (limit, body) => limit !== 0 && limit < body)),
  'config-body-limit-above-request': (view) =>
    onRoutes(view, (route) => bodyLimit(route, view, (limit, body) => limit === 0 || limit >= body)),
  'config-buffer-of-other-family': (view) => onRoutes(view, (route) => otherBuffers(route, view)),
  'config-limit-req-without-burst': (view) =>
    onRoutes(view, (route) =>
      linesOf(
        inForceOn(route, 'limit_req', view).directives.filter(
          ({ args }) => !args.some((arg) => arg.startsWith('burst=')),
        ),
      ),
    ),
  'config-limit-key-is-client-address': (view) => onRoutes(view, (route) => zones(route, view, isAddressKey)),
  'config-missing-websocket-headers': (view) =>
    onRoutes(view, (route) => {
      const headers = inForceOn(route, 'proxy_set_header', view);
      const has = headers.directives.some(({ args }) => args[0]?.toLowerCase() === 'upgrade');
      if (REQUEST_SIGNALS['request-is-websocket']?.(view) === null) return null;
      return route.pass?.family === 'proxy' && route.isCertain && headers.isCertain && !has
        ? linesOf([route.pass.directive, ...headers.directives])
        : null;
    }),
  'config-sets-no-host-header': (view) =>
    onRoutes(view, (route) => {
      const headers = inForceOn(route, 'proxy_set_header', view);
      const has = headers.directives.some(({ args }) => args[0]?.toLowerCase() === 'host');
      return route.pass?.family === 'proxy' && route.isCertain && headers.isCertain && !has ? placeOn(route) : null;
    }),
};

/** The failing requests, or the attempts within them, took as long as nginx waits. */
function timedOut(route: Route, view: EvidenceView, pattern: string): Shown {
  const name = nameOn(pattern, route);
  const value = name === null ? null : valueOn(route, name, view);
  const seconds = parseMeasure(value?.args[0] ?? '', 'time');
  if (!value || seconds === null || seconds === 0) return null;
  const lines = failingLines(view);
  const fits = lines.every(({ fields }) =>
    [fields.requestTime, ...fields.upstreamTimes].some((time) => isNear(time ?? null, seconds)),
  );
  const written = value.directives.length > 0 ? linesOf(value.directives) : placeOn(route);
  return lines.length > 0 && fits ? [...written, ...lines] : null;
}

function bodyLimit(route: Route, view: EvidenceView, fits: (limit: number, body: number) => boolean): Shown {
  const body = Number(view.finding.facts.get('bytes') ?? Number.NaN);
  const value = valueOn(route, 'client_max_body_size', view);
  const limit = parseMeasure(value?.args[0] ?? '', 'size');
  if (!value || limit === null || Number.isNaN(body) || !fits(limit, body)) return null;
  return value.directives.length > 0 ? linesOf(value.directives) : placeOn(route);
}

const BUFFERS = /^(proxy|fastcgi|uwsgi|scgi|grpc)_(?:buffer_size|buffers|busy_buffers_size)$/;

/** Buffers of another protocol are set, and as far as the paste goes none of the one that is spoken. */
function otherBuffers(route: Route, view: EvidenceView): Shown {
  const { family } = route;
  const size = family === null ? null : inForceOn(route, `${family}_buffer_size`, view);
  if (!size || size.directives.length > 0 || route.levels[0]?.isWhole !== true) return null;
  const levels: readonly ConfigDirective[] = [...route.levels, view.configuration.http];
  const others = levels.flatMap((level) =>
    (level.inside ?? []).filter(({ name }) => BUFFERS.test(name) && !name.startsWith(`${family}_`)),
  );
  return others.length > 0 ? linesOf([...others, route.pass?.directive]) : null;
}

const isAddressKey = (key: string): boolean => /^\$(?:binary_)?remote_addr$/.test(key);

/** The zones that limit the route, by their key. */
function zones(route: Route, view: EvidenceView, fits: (key: string) => boolean): Shown {
  const limits = ['limit_req', 'limit_conn'].flatMap((name) => inForceOn(route, name, view).directives);
  const names = new Set(limits.map(({ name, args }) => (name === 'limit_conn' ? args[0] : zoneName(args))));
  const defined = ['limit_req_zone', 'limit_conn_zone'].flatMap((name) => directivesIn(view.configuration.http, name));
  const fitting = defined.filter(({ args }) => names.has(zoneName(args)) && fits(args[0] ?? ''));
  return fitting.length > 0 ? linesOf(fitting) : null;
}

const zoneName = (args: readonly string[]): string | undefined =>
  args
    .find((arg) => arg.startsWith('zone='))
    ?.slice('zone='.length)
    .split(':')[0];
