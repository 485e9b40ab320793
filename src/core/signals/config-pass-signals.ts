import { chooseServer, groupByListen, toHostName } from '../config/choose-server.ts';
import type { ConfigDirective } from '../config/config-directive.ts';
import { inForceOn } from '../config/in-force.ts';
import { directivesIn } from '../config/levels.ts';
import type { Pass } from '../config/pass.ts';
import type { Route } from '../config/route.ts';
import { toUpstream } from '../facts/upstream.ts';
import { linesOf, onRoutes } from './config-view.ts';
import { type EvidenceView, orNull, type Shown } from './evidence-view.ts';
import type { Signals } from './signal.ts';

const TLS_PORTS: ReadonlySet<string> = new Set(['443', '8443', '9443', '6443', '10443']);
const HTTP_PORTS: ReadonlySet<string> = new Set(['80', '3000', '5000', '8000', '8080', '8081', '8888', '443', '8443']);

/** Signals about the pass that hands the failing requests on, and about the group behind it. */
export const CONFIG_PASS_SIGNALS: Signals = {
  'config-proxies-plain-to-tls-port': onTargets(
    (target, { target: { scheme } }) => isOneOf(scheme, 'http', 'grpc') && TLS_PORTS.has(target.port),
  ),
  'config-proxies-to-localhost': onTargets(({ host }) => host === 'localhost'),
  'config-proxies-to-loopback': onTargets(({ host }) => /^(?:127\.|::1$|localhost$)/.test(host)),
  'config-resolves-name-at-start': onTargets(({ host }, { hasVariables }) => !hasVariables && isName(host)),
  'config-passes-to-literal-address': onTargets(
    ({ host, socket }, { hasVariables }) => !hasVariables && (socket !== '' || isLiteral(host)),
  ),
  'config-fastcgi-pass-to-http-port': onTargets(({ port }, { family }) => family === 'fastcgi' && HTTP_PORTS.has(port)),
  'config-http-pass-to-fastcgi': onTargets(
    ({ port, socket }, { family }) => family === 'proxy' && (port === '9000' || /php|fpm|fcgi/.test(socket)),
  ),
  'config-http-pass-to-uwsgi-socket': (view) => withSetting(view, 'proxy', UWSGI_SOCKET),
  'config-uwsgi-pass-to-http-socket': (view) => withSetting(view, 'uwsgi', HTTP_SOCKET),
  'config-fastcgi-pass-differs-from-listen': (view) =>
    onRoutes(view, (route) => {
      const listens = settings(view, FPM_LISTEN);
      const isSame = listens.some(({ address }) => route.pass && fitsAddress(address, route));
      return route.pass?.family !== 'fastcgi' || listens.length === 0 || isSame
        ? null
        : [...linesOf([route.pass.directive]), ...listens.map(({ record }) => record)];
    }),
  'config-upstream-has-one-server': (view) => onRoutes(view, (route) => serversOf(route, (count) => count === 1)),
  'config-upstream-has-several-servers': (view) => onRoutes(view, (route) => serversOf(route, (count) => count > 1)),
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
  'config-proxies-to-itself': (view) => onRoutes(view, (route) => loopOf(route, view)),
  'config-differs-from-log': (view) =>
    onRoutes(view, (route) =>
      route.fitsLog || !route.isCertain
        ? null
        : linesOf([route.pass?.directive, ...(route.upstream ? directivesIn(route.upstream, 'server') : [])]),
    ),
};

interface Target {
  readonly host: string;
  readonly port: string;
  readonly socket: string;
  readonly directive: ConfigDirective;
}

const isOneOf = (scheme: string | null, ...wanted: string[]): boolean => wanted.includes(scheme ?? '');
const isName = (host: string): boolean => /[a-z]/i.test(host) && !host.includes(':') && host !== 'localhost';

const isLiteral = (host: string): boolean => /^[\d.]+$|:/.test(host);

/** Every address that a pass leads to: its own, or those of its group. */
function targetsOf({ pass, upstream }: Route): readonly Target[] {
  if (!pass) return [];
  const { host, port, socket } = pass.target;
  if (!upstream) return [{ host: host ?? '', port: port ?? '', socket: socket ?? '', directive: pass.directive }];
  return directivesIn(upstream, 'server').flatMap((directive): Target[] => {
    const found = toUpstream(directive.args[0] ?? '');
    return found ? [{ host: found.host ?? '', port: found.port ?? '80', socket: found.socket ?? '', directive }] : [];
  });
}

/** True where every address of the pass fits. */
function onTargets(fits: (target: Target, pass: Pass) => boolean): (view: EvidenceView) => Shown {
  return (view) =>
    onRoutes(view, (route) => {
      const targets = targetsOf(route);
      const { pass } = route;
      return pass && targets.length > 0 && targets.every((target) => fits(target, pass))
        ? linesOf([pass.directive, ...targets.map(({ directive }) => directive)])
        : null;
    });
}

function serversOf({ upstream }: Route, fits: (count: number) => boolean): Shown {
  const servers = upstream?.isWhole ? directivesIn(upstream, 'server') : [];
  return servers.length > 0 && fits(servers.length) ? linesOf(servers) : null;
}

function mapsOf({ pass }: Route, http: ConfigDirective): readonly ConfigDirective[] {
  const names = new Set(
    [...(pass?.directive.args[0] ?? '').matchAll(/\$\{?(\w{1,64})/g)].map(([, name]) => `$${name}`),
  );
  return directivesIn(http, 'map').filter(({ args }) => names.has(args[1] ?? ''));
}

// Other programs' settings, as their files or command lines have them
const UWSGI_SOCKET = /(?:^|\s--)(?:uwsgi-)?socket\s*[= ]\s*(\S{1,200})/;
const HTTP_SOCKET = /(?:^|\s--)http(?:-socket)?\s*[= ]\s*(\S{1,200})/;
const FPM_LISTEN = /^listen\s*=\s*(\S{1,200})/;

function settings(view: EvidenceView, form: RegExp) {
  return view.records.flatMap((record) => {
    const address =
      record.kind === 'unknown' || record.kind === 'companion' ? form.exec(record.text.slice(0, 500))?.[1] : undefined;
    return address === undefined ? [] : [{ record, address }];
  });
}

function withSetting(view: EvidenceView, family: Pass['family'], form: RegExp): Shown {
  return onRoutes(view, (route) => {
    const fitting = settings(view, form).filter(({ address }) => fitsAddress(address, route));
    return route.pass?.family === family && fitting.length > 0
      ? [...linesOf([route.pass.directive]), ...fitting.map(({ record }) => record)]
      : null;
  });
}

/** The same socket, or the same port: a backend may listen on every address. */
function fitsAddress(address: string, route: Route): boolean {
  const port = /(?:^|:)(\d{1,5})$/.exec(address)?.[1];
  return targetsOf(route).some((target) => (target.socket ? target.socket === address : target.port === port));
}

/** A pass that leads back to the server that it stands in, judged by the Host header that it sends. */
function loopOf(route: Route, view: EvidenceView): Shown {
  const [target, ...others] = targetsOf(route);
  if (!target || others.length > 0 || !route.pass) return null;
  const here = groupByListen(view.configuration.servers).filter(
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
  const header = inForceOn(route, 'proxy_set_header', view).directives.find(
    ({ args }) => args[0]?.toLowerCase() === 'host',
  );
  const value = header?.args[1] ?? '$proxy_host';
  if (value === '$host' || value === '$http_host') return view.finding.facts.get('host') ?? null;
  if (value === '$proxy_host') return route.pass?.target.host ?? null;
  return value.includes('$') ? null : toHostName(value);
}
