import type { Lab } from './lab.ts';
import { readText } from './read-text.ts';

/** The processes that this one started. Source: proc(5), /proc/PID/task/TID/children. */
export function childrenOf(pid: number): readonly number[] {
  return readText(`/proc/${pid}/task/${pid}/children`).split(' ').filter(Boolean).map(Number);
}

/** Runs a reload of nginx and resolves when new workers run and none of the old ones accepts connections any more: it has gone, or its
 * title says that it is shutting down. Throws when the reload is refused. Source: nginx src/os/unix/ngx_process_cycle.c. */
export async function reloadedWorkers(master: number, reload: () => Promise<number | null>, lab: Lab): Promise<void> {
  const before = childrenOf(master);
  const code = await reload();
  if (code !== 0) throw new Error(`nginx -s reload exited with ${code}`);
  await lab.until(
    () => before.every(isLeaving) && childrenOf(master).some((pid) => !before.includes(pid)),
    'new workers after a reload',
  );
}

function isLeaving(pid: number): boolean {
  const title = readText(`/proc/${pid}/cmdline`);
  return title === '' || title.includes('shutting down');
}
