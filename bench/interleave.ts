import { type Command, type Cost, runCommand } from './run-command.ts';

/** Runs every command once in each round, so that all of them meet the same moods of the machine. In which order changes from
 * round to round. */
export async function interleave<Name extends string>(
  commands: ReadonlyMap<Name, Command>,
  rounds: number,
): Promise<ReadonlyMap<Name, readonly Cost[]>> {
  const costs = new Map<Name, Cost[]>(Array.from(commands.keys(), (name) => [name, []]));
  const named = [...commands];
  for (let round = 0; round < rounds; round += 1) {
    for (let turn = 0; turn < named.length; turn += 1) {
      const next = named[(round + turn) % named.length];
      if (next) costs.get(next[0])?.push(await runCommand(next[1]));
    }
  }
  return costs;
}
