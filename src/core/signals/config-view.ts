import type { ConfigDirective } from '../config/config-directive.ts';
import type { Route } from '../config/route.ts';
import type { ConfigRecord, LogRecord } from '../records/log-record.ts';
import type { EvidenceView, Shown } from './evidence-view.ts';

/** The pasted lines of directives, each once. */
export function linesOf(directives: readonly (ConfigDirective | null | undefined)[]): readonly ConfigRecord[] {
  return [...new Set(directives.flatMap((directive) => directive?.records ?? []))];
}

/** The lines where something that is absent would have to stand: of the pass, else of the location, else of the server. */
export function placeOn({ pass, location, server }: Route): readonly ConfigRecord[] {
  const lines = linesOf([pass?.directive]);
  return lines.length > 0 ? lines : linesOf([location ?? server]);
}

/** True only when every failing request's way shows it; null without a way, or where one shows no line. */
export function onRoutes(view: EvidenceView, show: (route: Route) => readonly LogRecord[] | null): Shown {
  const shown = view.routes.map(show);
  const lines = [...new Set(shown.flatMap((records) => records ?? []))];
  return lines.length > 0 && shown.every((records) => records !== null && records.length > 0) ? lines : null;
}
