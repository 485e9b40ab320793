import { chooseServer, toHostName } from '../config/choose-server.ts';
import { directivesIn } from '../config/config-directive.ts';
import { inForceOn } from '../config/in-force.ts';
import type { Route } from '../config/route.ts';
import { linesOf, onRoutes } from './config-view.ts';
import { type EvidenceView, orNull, type Shown } from './evidence-view.ts';
import { targetsOf } from './pass-targets.ts';
import type { Signals } from './signal.ts';

/** Signals about requests that come back to the nginx that passed them on. */
export const CONFIG_LOOP_SIGNALS: Signals = {
  'config-proxies-to-itself': (view) => onRoutes(view, (route) => loopOf(route, view)),
};

/** A pass that leads back to the server that it stands in, judged by the Host header that it sends. */
function loopOf(route: Route, view: EvidenceView): Shown {
  const [target, ...others] = targetsOf(route);
  if (!target || others.length > 0 || !route.pass) return null;
  const here = view.configuration.groups.filter(
    ({ port, address }) => port === target.port && isOwn(target.host, address, route),
  );
  const sent = hostSentBy(route, view);
  const group = here.find(({ members }) => members.some(({ server }) => server === route.server));
  const server = group && sent !== null ? chooseServer(group, sent, view.match) : null;
  const listen = group?.members.find((member) => member.server === route.server)?.listen.directive;
  return server === route.server ? orNull(linesOf([route.pass.directive, target.directive, listen])) : null;
}

function isOwn(host: string, address: string, { server }: Route): boolean {
  const isLocal = /^(?:127\.|::1$|localhost$|0\.0\.0\.0$)/.test(host);
  const names = directivesIn(server, 'server_name').flatMap(({ args }) => args);
  return isLocal || names.includes(host) || address.replace(/^\[|\]$/g, '') === host;
}

/** Null where it can't be told. */
function hostSentBy(route: Route, view: EvidenceView): string | null {
  const headers = inForceOn(route, 'proxy_set_header', view).directives;
  const value = headers.find(({ args }) => args[0]?.toLowerCase() === 'host')?.args[1] ?? '$proxy_host';
  if (value === '$host' || value === '$http_host') return view.finding.facts.get('host') ?? null;
  if (value === '$proxy_host') return route.pass?.target.host ?? null;
  return value.includes('$') ? null : toHostName(value);
}
