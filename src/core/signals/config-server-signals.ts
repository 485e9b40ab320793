import { type ConfigDirective, directivesIn } from '../config/config-directive.ts';
import { findInForce } from '../config/levels.ts';
import { listensOf } from '../config/listen.ts';
import { linesOf } from './config-view.ts';
import { type EvidenceView, orNull, type Shown } from './evidence-view.ts';
import type { Signals } from './signal.ts';

/** Signals about what nginx refuses or warns of while it reads the file; they speak of all that was pasted. */
export const CONFIG_SERVER_SIGNALS: Signals = {
  'config-line-without-semicolon': ({ configuration }) =>
    orNull(linesOf(configuration.all.filter(({ isTerminated }) => !isTerminated))),
  'config-two-default-servers': ({ configuration: { groups } }) => {
    const defaults = groups.map(({ members }) => members.filter(({ listen }) => listen.isDefault));
    return repeated(defaults.map((members) => members.map(({ listen }) => listen.directive)));
  },
  'config-same-server-name': ({ configuration: { groups } }) =>
    repeated(
      groups.flatMap(({ members }) => {
        const names = members.flatMap(({ server }) =>
          directivesIn(server, 'server_name').flatMap((directive) =>
            directive.args.map((name) => ({ name, directive })),
          ),
        );
        return [...Map.groupBy(names, ({ name }) => name.toLowerCase()).values()].map((same) =>
          same.map(({ directive }) => directive),
        );
      }),
    ),
  'config-same-upstream-name': (view) => sameBlocks(view.configuration.http.inside ?? [], 'upstream'),
  'config-same-location': ({ configuration: { servers } }) => {
    const shown = servers.flatMap((server) => sameBlocks(server.inside ?? [], 'location') ?? []);
    return orNull(shown);
  },
  'config-upstream-without-server': ({ configuration: { upstreams } }) =>
    orNull(linesOf([...upstreams.values()].filter((group) => group.isWhole && isEmpty(group)))),
  'config-listens-ssl-without-certificate': (view) =>
    orNull(linesOf(view.configuration.servers.flatMap((server) => listensBare(server, view)))),
};

/** The lines of what occurs more than once. */
function repeated(groups: readonly (readonly (ConfigDirective | null)[])[]): Shown {
  return orNull(linesOf(groups.filter((group) => new Set(group).size > 1).flat()));
}

function sameBlocks(directives: readonly ConfigDirective[], name: string): Shown {
  const blocks = directives.filter((one) => one.name === name && one.inside !== null);
  return repeated([...Map.groupBy(blocks, ({ args }) => args.join(' ')).values()]);
}

/** Balancers in Lua find their servers themselves. */
const isEmpty = ({ inside }: ConfigDirective): boolean =>
  (inside ?? []).every(({ name }) => name !== 'server' && name !== 'include' && !name.startsWith('balancer_by_lua'));

function listensBare(server: ConfigDirective, { configuration }: EvidenceView): readonly (ConfigDirective | null)[] {
  const certificate = findInForce('ssl_certificate', [server, configuration.http]);
  if (certificate.directives.length > 0 || !certificate.isCertain) return [];
  return listensOf(server).flatMap(({ isSsl, directive }) => (isSsl ? [directive] : []));
}
