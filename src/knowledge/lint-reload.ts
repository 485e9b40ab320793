import type { Entry, Fix } from '../core/entry.ts';
import { commandsOf, innerCommand } from './lint-command-words.ts';
import type { Problem } from './problem.ts';

const SERVERS = '(?:nginx|openresty|angie|<nginx-unit>)(?:\\.service)?';
/** What makes nginx take a changed configuration, as words of a command: with systemd, by nginx itself, in containers and clusters. */
const TAKING: readonly RegExp[] = [
  new RegExp(`^systemctl (?:reload|restart|start|reload-or-restart|try-reload-or-restart) ${SERVERS}$`),
  new RegExp(`^service ${SERVERS} (?:reload|restart|start)$`),
  /^(?:nginx|openresty|angie) (?:.* )?-s reload$/,
  /^(?:nginx|openresty|angie)(?: -[cpe] \S+)*$/,
  /^(?:docker|podman) (?:restart|start) /,
  /^(?:docker compose|docker-compose|podman compose) (?:restart|up) /,
  /^kubectl (?:-n \S+ )?(?:rollout restart|apply|delete pod) /,
  /^helm (?:-n \S+ )?upgrade /,
];

/** A fix that changes something and then checks nginx's configuration goes on to what makes nginx take it: the check alone changes
 * nothing. A check that comes first only looks, and a fix that changes nothing has nothing to take. */
export function lintReload(entry: Entry): readonly Problem[] {
  return entry.causes.flatMap((cause) =>
    cause.fixes.flatMap((fix, at) =>
      fix.risk === 'read-only' || !endsAtCheck(fix)
        ? []
        : [
            {
              at: entry.id,
              path: `causes.${cause.id}.fixes[${at}].steps`,
              text: 'ends at nginx -t: add the step that makes nginx take it, a reload, a restart or a start',
              weight: 'error' as const,
            },
          ],
    ),
  );
}

function endsAtCheck({ steps }: Fix): boolean {
  const commands = steps.map(({ run }) => (run === undefined ? [] : commandsOf(run).map(({ words }) => unwrap(words))));
  const check = commands.findLastIndex((one) => one.some(isCheck));
  return check > 0 && !commands.slice(check + 1).some((one) => one.some(isTaking));
}

/** The command itself, without `sudo` or `docker exec` before it. */
const unwrap = (words: readonly string[]): readonly string[] => innerCommand(words) ?? words;

const isCheck = ([program = '', ...rest]: readonly string[]): boolean =>
  /^(?:.*\/)?(?:nginx|openresty|angie)$/.test(program) && rest.includes('-t');

const isTaking = (words: readonly string[]): boolean => TAKING.some((pattern) => pattern.test(words.join(' ')));
