import Bottleneck from 'bottleneck';

/** Runs tasks of the same key one after the other, in the order in which they came; others at the same time. */
export type InTurn = <T>(key: string, task: () => Promise<T>) => Promise<T>;

/** A message and its edits come as events of their own, and an edit may come while the message is still being answered. */
export function createInTurn(): InTurn {
  const queues = new Bottleneck.Group({ maxConcurrent: 1 });
  return (key, task) => queues.key(key).schedule(task);
}
