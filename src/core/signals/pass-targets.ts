import { type ConfigDirective, directivesIn } from '../config/config-directive.ts';
import type { Pass } from '../config/pass.ts';
import type { Route } from '../config/route.ts';
import { toUpstream } from '../facts/upstream.ts';
import { linesOf, onRoutes } from './config-view.ts';
import type { EvidenceView, Shown } from './evidence-view.ts';

/** An address that a pass leads to. */
export interface Target {
  /** Without brackets; empty for a socket. */
  readonly host: string;
  /** Empty where none is written and none is certain: a lone word may be the name of a group. */
  readonly port: string;
  readonly socket: string;
  /** The pass itself, or a `server` line of its group. */
  readonly directive: ConfigDirective;
}

/** Every address that a pass leads to: its own, or those of its group. */
export function targetsOf({ pass, upstream }: Route): readonly Target[] {
  if (!pass) return [];
  const { host, port, socket } = pass.target;
  if (!upstream) return [{ host: host ?? '', port: port ?? '', socket: socket ?? '', directive: pass.directive }];
  return directivesIn(upstream, 'server').flatMap((directive): Target[] => {
    const found = toUpstream(directive.args[0] ?? '');
    return found ? [{ host: found.host ?? '', port: found.port ?? '80', socket: found.socket ?? '', directive }] : [];
  });
}

/** A signal that is true where every address of the pass fits. */
export function onTargets(fits: (target: Target, pass: Pass) => boolean): (view: EvidenceView) => Shown {
  return (view) =>
    onRoutes(view, (route) => {
      const targets = targetsOf(route);
      const { pass } = route;
      return pass && targets.length > 0 && targets.every((target) => fits(target, pass))
        ? linesOf([pass.directive, ...targets.map(({ directive }) => directive)])
        : null;
    });
}
