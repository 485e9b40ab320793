import { createEngine } from '../../../src/answer.ts';
import type { CaseStep } from '../../../src/core/case/case-step.ts';
import type { Companion } from '../../../src/core/companion.ts';
import type { Knowledge } from '../../../src/core/knowledge.ts';
import type { Reply } from '../../../src/core/reply/reply.ts';
import { runAll } from '../../../src/core/steps.ts';
import { sampleCause, sampleEntry, sampleKnowledge, sampleSignature } from '../sample-knowledge.ts';

const GUNICORN: Companion = {
  program: 'gunicorn',
  title: 'gunicorn',
  patterns: [
    {
      id: 'worker-timeout',
      template: 'WORKER TIMEOUT (pid:{pid:number})',
      at: 'anywhere',
      means: 'It timed out.',
      examples: ['[CRITICAL] WORKER TIMEOUT (pid:7)'],
    },
    {
      id: 'worker-booted',
      template: 'Booting worker with pid: {pid:number}',
      at: 'anywhere',
      means: 'It started.',
      examples: ['Booting worker with pid: 7'],
    },
  ],
  lookalikes: [],
};

const closed = sampleEntry(
  'closed',
  [sampleSignature('upstream prematurely closed connection')],
  [
    sampleCause('crash', 0.2, [{ signal: 'worker-booted', weight: 0.8, says: 'a new worker was started' }]),
    sampleCause('slow', 0, [
      { signal: 'worker-timeout', weight: 6, proves: true, says: 'gunicorn says so' },
      { signal: 'request-time-near:30', weight: 1.5, says: 'it took 30 s' },
    ]),
    sampleCause('reused', -0.5, [{ signal: 'method-is-not-idempotent', weight: 0.2, says: 'it is a POST' }]),
    sampleCause('tls', -2, [{ signal: 'upstream-port-is-usually-tls', weight: 4, says: '8443 is a TLS port' }]),
  ],
  {
    checks: [
      {
        id: 'backend-log',
        do: "Read the backend's log.",
        run: 'journalctl -u {?backend-unit}',
        outcomes: [
          { shows: 'WORKER TIMEOUT', means: ['slow'] },
          { shows: 'nothing', means: ['reused', 'tls'] },
        ],
      },
    ],
  },
);
const refused = sampleEntry(
  'refused',
  [sampleSignature('connect() failed')],
  [sampleCause('down', 0), sampleCause('port', 0)],
  {
    severity: 'critical',
  },
);
const noneLive = sampleEntry('none-live', [sampleSignature('no live upstreams')], [sampleCause('others', 0)], {
  consequenceOf: ['closed'],
});

/** Knowledge of three errors of upstreams, and of gunicorn. */
const CASE_KNOWLEDGE: Knowledge = sampleKnowledge([closed, refused, noneLive], { companions: [GUNICORN] });

const engine = createEngine(CASE_KNOWLEDGE);

/** The replies to pastes of one case, as a process gives them that keeps nothing but JSON. */
export function repliesTo(...pastes: readonly string[]): readonly Reply[] {
  const steps: CaseStep[] = [];
  return pastes.map((paste) => {
    const read = runAll(engine.read(paste));
    const reply = read.replyAfter(steps);
    steps.push(JSON.parse(JSON.stringify({ kind: 'paste', facts: read.factsAfter(steps), isTold: true })));
    return reply;
  });
}

/** The last of them. */
export function lastReplyTo(...pastes: readonly string[]): Reply {
  const last = repliesTo(...pastes).at(-1);
  if (!last) throw new Error('there is no paste');
  return last;
}

/** What is remembered of one paste. */
export const factsOf = (paste: string) => runAll(engine.read(paste)).factsAfter([]);

const TAIL =
  'client: 192.0.2.1, server: shop.example, request: "POST /pay?card=4111 HTTP/1.1", upstream: "http://127.0.0.1:8080/pay?card=4111", host: "shop.example"';

export const CLOSED = `2026/11/22 10:15:42 [error] 7#7: *1 upstream prematurely closed connection while reading response header from upstream, ${TAIL}`;
export const REFUSED = `2026/11/22 10:16:02 [error] 7#7: *2 connect() failed (111: Connection refused) while connecting to upstream, ${TAIL}`;
export const NONE_LIVE = `2026/11/22 10:16:03 [error] 7#7: *3 no live upstreams while connecting to upstream, ${TAIL}`;
export const TIMEOUT = '[2026-11-22 10:15:42 +0000] [7] [CRITICAL] WORKER TIMEOUT (pid:29116)';
export const BOOTED = '[2026-11-22 10:15:43 +0000] [8] [INFO] Booting worker with pid: 29210';

/** An access line of the failing route. */
export function access(status: number, seconds: string, clock = '10:15:42'): string {
  return `192.0.2.1 - - [22/Nov/2026:${clock} +0000] "POST /pay?card=4111 HTTP/1.1" ${status} 157 "-" "curl/8.5.0" rt=${seconds}`;
}
