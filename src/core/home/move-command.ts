import { actOn, inNginx, type Role, readLog, type Verb } from './container-commands.ts';
import type { Home, Homes } from './home.ts';

/** A command of an entry, not yet filled in, as it is where its program runs. */
export interface Moved {
  readonly run: string;
  /** A sentence for the reader where the command may not suit: what does the same in containers or pods. Null otherwise. */
  readonly note: string | null;
}

const UNIT = '(?:nginx|\\{\\?(?<unit>backend|nginx|php-fpm)-unit\\})';
const TIMES = '(?: --since \\{since\\}(?: --until \\{until\\})?)?(?: -n (?<lines>\\d{1,5}))?';
const JOURNAL = new RegExp(`^journalctl -u ${UNIT}${TIMES} --no-pager(?<pipe> \\|.*)?$`);
const ACT = new RegExp(`^systemctl (?<verb>restart|start|reload|reload-or-restart) ${UNIT}$`);
const USUAL_LINES = '1000';
const PLACES: Readonly<Record<Home['kind'], string>> = {
  docker: 'In Docker',
  compose: 'With docker compose',
  kubernetes: 'In Kubernetes',
};

/** Puts a unit's commands for systemd into the form of docker compose or Kubernetes, where the paste shows that this program runs there;
 * where it only shows that such things are around, the command stays and a note names the equivalent. Whatever isn't exactly one of
 * the known shapes stays as it is. */
export function moveCommand(run: string, homes: Homes): Moved {
  if (run === 'nginx -t') return stay(homes.nginx?.kind === 'compose' ? testNginx(homes) : run);
  const journal = JOURNAL.exec(run)?.groups;
  if (journal) {
    const { lines = USUAL_LINES, pipe = '' } = journal;
    const role = toRole(journal.unit);
    return move(run, ownHome(role, homes), homes, (home) => `${readLog(home, role, lines)}${pipe}`);
  }
  const act = ACT.exec(run)?.groups;
  if (!act) return stay(run);
  const role = toRole(act.unit);
  const own = ownHome(role, homes);
  // What restarts nginx in a cluster depends on what runs it: the ingress controller reloads by itself.
  const sure = role === 'nginx' && own?.kind === 'kubernetes' ? null : own;
  return move(run, sure, homes, (home) => actOn(home, role, toVerb(act.verb, homes)));
}

/** In the container that runs, or in one of its own. */
const testNginx = ({ isNginxRefused }: Homes): string =>
  isNginxRefused ? 'docker compose run --rm {?nginx-service} nginx -t' : inNginx('compose', '-t');
const stay = (run: string): Moved => ({ run, note: null });

function move(run: string, own: Home | null, { around }: Homes, toCommand: (home: Home) => string): Moved {
  if (own) return stay(toCommand(own));
  if (!around) return stay(run);
  const equivalent = toCommand(around).replaceAll(/\{\??([a-z-]+)\}/g, '<$1>');
  return { run, note: `${PLACES[around.kind]}: \`${equivalent}\`.` };
}

const toRole = (unit: string | undefined): Role => (unit === 'backend' || unit === 'php-fpm' ? unit : 'nginx');
/** A container that may not be running can't be told to reload. */
const toVerb = (word: string | undefined, { isNginxRefused }: Homes): Verb =>
  word === 'start' || (word === 'reload' && !isNginxRefused) ? word : 'restart';
const ownHome = (role: Role, { nginx, backend }: Homes): Home | null => (role === 'nginx' ? nginx : backend);
