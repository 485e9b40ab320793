import { fulfils, parseCondition } from '../config/condition.ts';
import { inForceOn, nameOn, valueOn } from '../config/in-force.ts';
import { linesOf, onRoutes, placeOn } from './config-view.ts';
import { type EvidenceView, orNull, type Shown } from './evidence-view.ts';
import type { SignalFamilies } from './signal.ts';

/** Signals about directives, given by their argument. With a request in the log they speak of its way through the configuration,
 * otherwise of everything that was pasted. */
export const CONFIG_FAMILIES: SignalFamilies = {
  'config-has': (view, name) => (view.routes.length > 0 ? hasOnRoutes(view, name) : hasAnywhere(view, name)),
  'config-lacks': (view, name) =>
    onRoutes(view, (route) => {
      const own = nameOn(name, route);
      const found = own === null ? null : inForceOn(route, own, view);
      return found?.isCertain && found.directives.length === 0 && route.isCertain ? placeOn(route) : null;
    }),
  'config-mentions': hasAnywhere,
  'config-has-elsewhere': (view, name) =>
    view.routes.length > 0 && hasOnRoutes(view, name) === null ? hasAnywhere(view, name) : null,
  'config-value': (view, text) => {
    const condition = parseCondition(text);
    if (!condition) return null;
    const { directive } = condition;
    if (view.routes.length === 0) {
      const found = view.configuration.all.filter(({ name }) => name === directive);
      const takes = view.reference.get(directive)?.takes ?? null;
      return found.every(({ args }) => fulfils(args, condition, takes)) ? orNull(linesOf(found)) : null;
    }
    return onRoutes(view, (route) => {
      const name = nameOn(directive, route);
      const value = name === null ? null : valueOn(route, name, view);
      const takes = view.reference.get(name ?? '')?.takes ?? null;
      if (!value) return null;
      const fitting = value.directives.filter(({ args }) => fulfils(args, condition, takes));
      if (fitting.length > 0) return linesOf(fitting);
      return value.directives.length === 0 && fulfils(value.args, condition, takes) ? placeOn(route) : null;
    });
  },
};

function hasOnRoutes(view: EvidenceView, name: string): Shown {
  return onRoutes(view, (route) => linesOf(inForceOn(route, nameOn(name, route) ?? name, view).directives));
}

function hasAnywhere(view: EvidenceView, name: string): Shown {
  const fits = name.startsWith('*_') ? (own: string) => own.endsWith(name.slice(1)) : (own: string) => own === name;
  return orNull(linesOf(view.configuration.all.filter((directive) => fits(directive.name))));
}
