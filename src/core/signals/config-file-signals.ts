import { parseLocation } from '../config/choose-location.ts';
import { type ConfigDirective, directivesIn } from '../config/config-directive.ts';
import { inForceOn } from '../config/in-force.ts';
import type { Route } from '../config/route.ts';
import { linesOf, onRoutes } from './config-view.ts';
import type { EvidenceView, Shown } from './evidence-view.ts';
import type { Signals } from './signal.ts';

/** Signals about where the configuration looks for files, and where it sends requests on. */
export const CONFIG_FILE_SIGNALS: Signals = {
  'config-root-repeats-location': (view) =>
    onRoutes(view, (route) => {
      const root = inForceOn(route, 'root', view).directives.at(-1);
      const prefix = prefixOf(route)?.replace(/^\/|\/$/g, '');
      const file = view.finding.facts.get('file') ?? '';
      const isDoubled = prefix !== undefined && prefix !== '' && file.includes(`/${prefix}/${prefix}/`);
      return root && isDoubled && endsIn(root, prefix) ? linesOf([route.location, root]) : null;
    }),
  'config-alias-slash-mismatch': (view) =>
    onRoutes(view, (route) => {
      const alias = route.location ? directivesIn(route.location, 'alias').at(-1) : undefined;
      const prefix = prefixOf(route);
      const isMismatch = prefix?.endsWith('/') === true && alias?.args[0]?.endsWith('/') === false;
      return alias && isMismatch ? linesOf([route.location, alias]) : null;
    }),
  'config-alias-without-capture': (view) =>
    onRoutes(view, (route) => {
      const kind = route.location && parseLocation(route.location)?.kind;
      const alias = route.location ? directivesIn(route.location, 'alias').at(-1) : undefined;
      const isExpression = kind === 'regex' || kind === 'caseless-regex';
      return alias && isExpression && !alias.args[0]?.includes('$') ? linesOf([route.location, alias]) : null;
    }),
  'config-try-files-ends-at-target': (view) => endsAtTarget(view, 'try_files'),
  'config-error-page-is-target': (view) => endsAtTarget(view, 'error_page'),
  'config-rewrite-fits-target': (view) =>
    onRoutes(view, (route) => {
      const rewrites = inForceOn(route, 'rewrite', view).directives.filter(
        ({ args: [expression, , flag] }) =>
          (flag === undefined || flag === 'last') &&
          expression !== undefined &&
          typeof view.match(expression, targetOf(view), false) !== 'string',
      );
      return linesOf(rewrites);
    }),
  'config-script-filename-is-literal': (view) =>
    onRoutes(view, (route) => {
      const parameters = inForceOn(route, 'fastcgi_param', view).directives;
      return linesOf(
        parameters.filter(({ args: [name, value = ''] }) => name === 'SCRIPT_FILENAME' && value.startsWith('/')),
      );
    }),
  'config-index-lacks-php': (view) =>
    onRoutes(view, (route) => {
      const index = inForceOn(route, 'index', view);
      const namesPhp = index.directives.some(({ args }) => args.some((file) => file.endsWith('.php')));
      const usesPhp = view.configuration.all.some(({ name }) => name === 'fastcgi_pass');
      return namesPhp || !usesPhp ? null : linesOf(index.directives);
    }),
};

/** Null for an expression, and where the server itself serves. */
function prefixOf({ location }: Route): string | undefined {
  const found = location && parseLocation(location);
  return found && (found.kind === 'prefix' || found.kind === 'firm-prefix') ? found.name : undefined;
}

const endsIn = ({ args: [path = ''] }: ConfigDirective, prefix: string): boolean =>
  path.replace(/\/$/, '').endsWith(`/${prefix}`);

/** The URI in the message: where the redirect or the cycle led. */
const targetOf = ({ finding: { facts } }: EvidenceView): string =>
  (facts.get('file') ?? facts.get('value') ?? '').split('?')[0] ?? '';

function endsAtTarget(view: EvidenceView, name: string): Shown {
  return onRoutes(view, (route) => {
    const target = targetOf(view);
    const directives = inForceOn(route, name, view).directives.filter(
      ({ args }) => target !== '' && args.at(-1)?.split('?')[0] === target,
    );
    return linesOf(directives);
  });
}
