import type { Home } from './home.ts';

/** Whose command it is; the word its blanks begin with. */
export type Role = 'nginx' | 'backend' | 'php-fpm';
export type Verb = 'restart' | 'start' | 'reload';

/** The last lines of a program's log. By number and not by time: times in containers are usually UTC and those of the reader aren't, and
 * an empty output would mislead. */
export function readLog(home: Home, role: Role, lines: string): string {
  if (home.kind === 'docker') return `docker logs --timestamps --tail ${lines} {?${role}-container}`;
  if (home.kind === 'kubernetes')
    return `kubectl -n ${namespaceOf(role)} logs --timestamps --tail=${lines} ${home.pod ?? `{?${role}-pod}`}`;
  const logs = `docker compose logs --timestamps --tail ${lines}`;
  // The prefix may hold the project's name as well as the service's, so it is looked for and not taken for the service.
  return home.prefix === null ? `${logs} {?${role}-service}` : `${logs} | grep -F ${home.prefix}`;
}

/** What restarts, starts or reloads a program. */
export function actOn({ kind }: Home, role: Role, verb: Verb): string {
  if (kind === 'kubernetes') return `kubectl -n ${namespaceOf(role)} rollout restart {?${role}-workload}`;
  if (role === 'nginx' && verb === 'reload') return inNginx(kind, '-s reload');
  if (kind === 'docker') return `docker ${verb === 'start' ? 'start' : 'restart'} {?${role}-container}`;
  return `docker compose ${verb === 'start' ? 'up -d' : 'restart'} {?${role}-service}`;
}

/** nginx with these words, in its container. */
export function inNginx(kind: 'docker' | 'compose', words: string): string {
  return `${kind === 'docker' ? 'docker exec {?nginx-container}' : 'docker compose exec {?nginx-service}'} nginx ${words}`;
}

/** A line of the ingress controller may name the backend's namespace, never nginx's own. */
const namespaceOf = (role: Role): string => (role === 'nginx' ? '{?nginx-namespace}' : '{namespace}');
