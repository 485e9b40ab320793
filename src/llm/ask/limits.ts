import Bottleneck from 'bottleneck';
import { AskError } from './to-failure.ts';

/** How much may be asked of a model server. */
export interface Limits {
  readonly concurrent: number;
  readonly requestsPerMinute: number;
  readonly tokensPerMinute: number;
  readonly tokensPerDay: number;
  readonly requestsPerMinuteOfUser: number;
  readonly requestsPerMinuteOfWorkspace: number;
  /** More than this wait no longer: they are told that it is busy. */
  readonly mostWaiting: number;
}

/** Who asks. */
export interface Asker {
  readonly user: string;
  readonly workspace: string;
}

/** Runs a task when the limits allow it. Rejects with an AskError, `busy` or `budget-is-spent`, when they won't soon. */
export type Throttle = <T>(asker: Asker, tokens: number, task: () => Promise<T>) => Promise<T>;

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** One queue for everybody, and a small share of it for each user and workspace. */
export function createThrottle(limits: Limits): Throttle {
  const requests = new Bottleneck({
    ...perMinute(limits.requestsPerMinute, limits.mostWaiting),
    maxConcurrent: limits.concurrent,
  });
  const tokens = new Bottleneck(perMinute(limits.tokensPerMinute, limits.mostWaiting));
  const budget = new Bottleneck({
    reservoir: limits.tokensPerDay,
    reservoirRefreshAmount: limits.tokensPerDay,
    reservoirRefreshInterval: DAY_MS,
  });
  const users = new Bottleneck.Group(perMinute(limits.requestsPerMinuteOfUser, 1));
  const workspaces = new Bottleneck.Group(perMinute(limits.requestsPerMinuteOfWorkspace, limits.mostWaiting));
  return async (asker, weight, task) => {
    if (((await budget.currentReservoir()) ?? 0) < weight) throw new AskError('budget-is-spent');
    const rest = Math.min(weight, limits.tokensPerMinute);
    const run = () =>
      users
        .key(`${asker.workspace} ${asker.user}`)
        .schedule(() =>
          workspaces
            .key(asker.workspace)
            .schedule(() =>
              tokens.schedule({ weight: rest }, () => requests.schedule(() => budget.schedule({ weight }, task))),
            ),
        );
    return run().catch((error: unknown) => {
      throw error instanceof Bottleneck.BottleneckError ? new AskError('busy') : error;
    });
  };
}

function perMinute(amount: number, mostWaiting: number): Bottleneck.ConstructorOptions {
  return {
    reservoir: amount,
    reservoirRefreshAmount: amount,
    reservoirRefreshInterval: MINUTE_MS,
    highWater: mostWaiting,
    strategy: Bottleneck.strategy.OVERFLOW,
  };
}
