/** What goes wrong with a call.
 * `rate-limited`: 429 with Retry-After. `status`: this HTTP status and no JSON. `hang`: no answer until the stand-in
 * stops. `lose-request`: the connection breaks before the call counts. `lose-answer`: the call counts, and the
 * connection breaks before the answer. `error`: `{ok: false}` with this code. */
export type Fault =
  | { readonly kind: 'rate-limited'; readonly retryAfterSeconds: number }
  | { readonly kind: 'status'; readonly status: number }
  | { readonly kind: 'hang' }
  | { readonly kind: 'lose-request' }
  | { readonly kind: 'lose-answer' }
  | { readonly kind: 'error'; readonly code: string };

export interface Faults {
  /** The next `times` calls of `method` fail so; `*` is any method, `response_url` and `upload` stand for those. */
  readonly plan: (method: string, fault: Fault, times?: number) => void;
  /** The fault that is due for this call, counted down; null when it goes well. */
  readonly take: (method: string) => Fault | null;
  readonly clear: () => void;
}

export function createFaults(): Faults {
  const planned: { readonly method: string; readonly fault: Fault; left: number }[] = [];
  return {
    plan: (method, fault, times = 1) => void planned.push({ method, fault, left: times }),
    take(method) {
      const due = planned.find((plan) => plan.left > 0 && (plan.method === method || plan.method === '*'));
      if (!due) return null;
      due.left -= 1;
      return due.fault;
    },
    clear: () => void planned.splice(0),
  };
}
