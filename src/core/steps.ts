/** Work that may stop between its steps, so that a thread with other things to do stays responsive. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Does all of it at once. */
export function runAll<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Waits for `nextTurn` after each step. */
export async function runInTurns<T>(steps: Steps<T>, nextTurn: () => Promise<unknown>): Promise<T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await nextTurn();
  }
}
