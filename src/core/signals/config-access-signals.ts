import type { ConfigDirective } from '../config/config-directive.ts';
import { inForceOn } from '../config/in-force.ts';
import type { Route } from '../config/route.ts';
import { linesOf, onRoutes } from './config-view.ts';
import type { EvidenceView } from './evidence-view.ts';
import type { Signals } from './signal.ts';

/** Signals about the rule that refuses the client: the first one that fits its address decides.
 * Source: nginx src/http/modules/ngx_http_access_module.c ngx_http_access_inet. */
export const CONFIG_ACCESS_SIGNALS: Signals = {
  'config-deny-without-allow': (view) =>
    onRoutes(view, (route) => {
      const { deciding, allows } = rulesOn(route, view);
      return deciding && allows.length === 0 ? linesOf([deciding]) : null;
    }),
  'config-allow-list-lacks-client': (view) =>
    onRoutes(view, (route) => {
      const { deciding, allows, ignored } = rulesOn(route, view);
      return deciding && allows.length > 0 && ignored.length === 0 ? linesOf([...allows, deciding]) : null;
    }),
  'config-deny-before-allow': (view) =>
    onRoutes(view, (route) => {
      const { deciding, ignored } = rulesOn(route, view);
      return deciding && ignored.length > 0 ? linesOf([deciding, ...ignored]) : null;
    }),
};

interface Rules {
  /** The deny that fits the client; null where an allow comes first, or an address can't be compared. */
  readonly deciding: ConfigDirective | null;
  readonly allows: readonly ConfigDirective[];
  /** Allows that fit the client and stand behind the deny. */
  readonly ignored: readonly ConfigDirective[];
}

function rulesOn(route: Route, view: EvidenceView): Rules {
  const client = view.finding.facts.get('client') ?? '';
  // allow and deny share one list, which a level of its own replaces
  const level = [...route.levels, view.configuration.http].find(({ inside }) => (inside ?? []).some(isRule));
  const rules = (level?.inside ?? []).filter(isRule);
  const isKnown = inForceOn(route, 'deny', view).isCertain && rules.every(({ args }) => fits(args[0], client) !== null);
  const fitting = rules.filter(({ args }) => fits(args[0], client));
  const [first] = fitting;
  return {
    deciding: isKnown && first?.name === 'deny' ? first : null,
    allows: rules.filter(({ name }) => name === 'allow'),
    ignored: fitting.filter(({ name }) => name === 'allow'),
  };
}

const isRule = ({ name }: ConfigDirective): boolean => name === 'allow' || name === 'deny';

/** Null for what is neither `all`, an IPv4 address or network, nor the very address. */
function fits(rule: string | undefined, client: string): boolean | null {
  if (rule === 'all' || rule === client) return true;
  const [network = '', bits = '32'] = (rule ?? '').split('/');
  const [base, address] = [toNumber(network), toNumber(client)];
  if (base === null || address === null) return client.includes(':') === network.includes(':') ? null : false;
  const size = 2 ** (32 - Number(bits));
  return Math.floor(base / size) === Math.floor(address / size);
}

function toNumber(address: string): number | null {
  const parts = address.split('.').map(Number);
  if (parts.length !== 4 || parts.some((part) => !(part >= 0 && part <= 255))) return null;
  return parts.reduce((sum, part) => sum * 256 + part, 0);
}
