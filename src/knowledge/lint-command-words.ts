import type { Command } from 'unbash';
import { WRAPPERS } from './lint-known-commands.ts';
import { parseCommand } from './lint-shell.ts';

/** One command of a pipeline. */
export interface Words {
  readonly words: readonly string[];
  /** Output goes to a file other than /dev/null. */
  readonly writes: boolean;
}

/** The commands of a `run`, in the order of its pipeline. */
export function commandsOf(run: string): readonly Words[] {
  return parseCommand(run).commands.flatMap(({ command }) => {
    const parts = command.type === 'Pipeline' || command.type === 'AndOr' ? command.commands : [command];
    return parts.filter((part) => part.type === 'Command').map(toWords);
  });
}

function toWords(command: Command): Words {
  const words = [command.name, ...command.args].flatMap((word) => (word?.type === 'Word' ? [word.value] : []));
  const writes = command.redirects.some(
    (redirect) =>
      redirect.type === 'Redirect' &&
      redirect.operator.includes('>') &&
      !/^(?:\/dev\/null|\/dev\/tcp\/.*|\d)$/.test(redirect.target?.value ?? ''),
  );
  return { words, writes };
}

/** What `sudo`, `docker exec` or `kubectl exec` runs; null where the words are no such wrapper. */
export function innerCommand(words: readonly string[]): readonly string[] | null {
  const [program = '', ...rest] = words;
  const exec = rest.indexOf('exec');
  if (program === 'kubectl' && exec >= 0) return rest.includes('--') ? rest.slice(rest.indexOf('--') + 1) : [];
  if (program === 'ip' && rest[0] === 'netns' && exec === 1) return rest.slice(3);
  if (/^(?:docker|docker-compose|podman)$/.test(program) && exec >= 0)
    return afterOwnWords(rest.slice(exec + 1), 'exec');
  return program in WRAPPERS ? afterOwnWords(rest, program) : null;
}

function afterOwnWords(rest: readonly string[], wrapper: string): readonly string[] {
  const { valued = [], positional = 0 } = WRAPPERS[wrapper] ?? {};
  let at = 0;
  while (/^-|^\w+=/.test(rest[at] ?? '')) at += valued.includes(rest[at] ?? '') ? 2 : 1;
  return rest.slice(at + positional);
}
