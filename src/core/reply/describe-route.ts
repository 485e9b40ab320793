import { type ConfigDirective, directivesIn } from '../config/config-directive.ts';
import type { Route } from '../config/route.ts';
import type { RouteAnswer } from './reply.ts';
import { asCode } from './wording.ts';

/** The way of a finding's requests in one line: `` Goes through `server shop.example.com` → `location /` → `proxy_pass http://app` ``. Null where
 * the paste has no configuration for them, where they go several ways, or where there is nothing behind the server to tell. */
export function describeRoute(routes: readonly Route[]): RouteAnswer | null {
  const [route, ...others] = routes;
  if (!route || others.length > 0 || (!route.location && !route.pass)) return null;
  const { server, levels, pass, upstream, isCertain } = route;
  const conditions = levels.filter(({ name }) => name === 'location' || name === 'if').toReversed();
  const steps = [server, ...conditions, pass?.directive, upstream].filter(
    (step): step is ConfigDirective => step != null && step.records.length > 0,
  );
  return {
    text: `${isCertain ? 'Goes through' : 'Probably goes through'} ${steps.map((step) => asCode(nameOf(step))).join(' → ')}`,
    lines: steps.flatMap(({ records }) => records[0]?.at[0] ?? []),
    isCertain,
  };
}

function nameOf(step: ConfigDirective): string {
  const names = step.name === 'server' ? directivesIn(step, 'server_name')[0]?.args.slice(0, 1) : step.args;
  return [step.name, ...(names ?? [])].join(' ');
}
