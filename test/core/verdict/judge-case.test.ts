import { describe, expect, test } from 'vitest';
import { createEngine } from '../../../src/answer.ts';
import type { CaseStep } from '../../../src/core/case/case-step.ts';
import type { Reply } from '../../../src/core/reply/reply.ts';
import { runAll } from '../../../src/core/steps.ts';
import { sampleCause, sampleEntry, sampleKnowledge, sampleSignature } from '../sample-knowledge.ts';

const refused = sampleEntry(
  'refused',
  [sampleSignature('connect() failed', { errnos: ['ECONNREFUSED'] })],
  [
    sampleCause('down', 0, [{ signal: 'access-some-succeed', weight: -3, says: 'others got through' }]),
    sampleCause('port', 0),
  ],
);
const timedOut = sampleEntry('timed-out', [sampleSignature('upstream timed out')], [sampleCause('slow', 0)], {
  userSees: [{ text: 'A 504.' }],
});
const tooLarge = sampleEntry(
  'too-large',
  [sampleSignature('client intended to send too large body: %O bytes')],
  [sampleCause('limit', 0)],
  { userSees: [{ text: 'A 413 from nginx.' }] },
);
const unknownDirective = sampleEntry(
  'unknown-directive',
  [sampleSignature('unknown directive "%s"')],
  [sampleCause('typo', 0)],
  { verification: [{ do: 'Test the configuration.', run: 'nginx -t', expect: 'It is successful.' }] },
);
const engine = createEngine(sampleKnowledge([refused, timedOut, tooLarge, unknownDirective]));

const tail = (path: string) =>
  `client: 192.0.2.1, server: shop.example, request: "POST ${path} HTTP/1.1", upstream: "http://127.0.0.1:8080${path}", host: "shop.example"`;
const error = (clock: string, pid = 7, path = '/pay') =>
  `2026/11/22 ${clock} [error] ${pid}#${pid}: *${clock.replaceAll(':', '')} connect() failed (111: Connection refused) while connecting to upstream, ${tail(path)}`;
const slow = (clock: string) =>
  `2026/11/22 ${clock} [error] 7#7: *9 upstream timed out (110: Connection timed out) while reading response header from upstream, ${tail('/pay')}`;
const access = (clock: string, status: number, path = '/pay', more = 'rt=0.010', offset = '+0000') =>
  `192.0.2.1 - - [22/Nov/2026:${clock} ${offset}] "POST ${path} HTTP/1.1" ${status} 157 "-" "curl/8.5.0" ${more}`;
const notice = (clock: string, message = 'start worker processes') => `2026/11/22 ${clock} [notice] 1#1: ${message}`;
const requests = (count: number, minute: string, path?: string) =>
  Array.from({ length: count }, (_, second) =>
    access(`10:${minute}:${String(second).padStart(2, '0')}`, 200, path),
  ).join('\n');
const EMERG = 'nginx: [emerg] unknown directive "prox_pass" in /etc/nginx/conf.d/shop.conf:3';
const ONCE = `${error('10:15:42')}\n${access('10:15:42', 502)}`;
const APPLIED = { at: '2026-11-22T10:30:00Z' };

/** The last reply to pastes and statements in one case. */
function lastReply(...steps: readonly (string | typeof APPLIED)[]): Reply {
  const before: CaseStep[] = [];
  let reply: Reply | null = null;
  for (const step of steps) {
    if (typeof step !== 'string') {
      before.push({ kind: 'applied', at: Date.parse(step.at) / 1000 });
      continue;
    }
    const read = runAll(engine.read(step));
    reply = read.replyAfter(before);
    before.push(JSON.parse(JSON.stringify({ kind: 'paste', facts: read.factsAfter(before), isTold: true })));
  }
  if (!reply) throw new Error('there is no paste');
  return reply;
}

const verdict = (...steps: readonly (string | typeof APPLIED)[]) => lastReply(...steps).fixVerdicts[0] ?? null;

describe('after somebody said that a fix was applied, it is fixed', () => {
  test.for([
    [
      'when requests of the route get through',
      [access('10:31:00', 200)],
      /^Fixed: 1 request for `POST \/pay` got through \(line 1\) since 10:30:00, when the fix was applied/,
    ],
    [
      'when the request by hand gets through',
      ['200 after 0.034 s'],
      /^Fixed: 1 request .* when you tried it \(line 1\)/,
    ],
    ['when its header says so', ['HTTP/1.1 200 OK', 'Date: Sun, 22 Nov 2026 10:31:00 GMT'], /^Fixed/],
    ['when thirty requests by hand do', ['$ curl -s https://shop.example/pay', '     30 200'], /^Fixed: 30 requests/],
    ['when requests with another query do', [access('10:31:00', 200, '/pay?x=1')], /^Fixed/],
  ] as const)('%s', ([, lines, says]) => {
    expect(verdict(ONCE, APPLIED, lines.join('\n'))).toMatchObject({
      kind: 'fixed',
      ask: null,
      says: expect.stringMatching(says),
    });
  });
});

test('one request looks like a fix only where nobody knows how often it failed before', () => {
  expect(verdict(error('10:15:42'), APPLIED, '200 after 0.034 s')?.says).toMatch(
    /^Looks fixed: .* so watch it for as long/,
  );
});

describe('after somebody said that a fix was applied, it is still failing', () => {
  test.for([
    [
      'when the error comes again',
      [access('10:30:30', 200), error('10:31:00'), access('10:31:00', 502)],
      'the same error at 10:31:00 (line 2).',
    ],
    ['when only the access log shows it', [access('10:31:00', 502)], '`POST /pay` got a 502 at 10:31:00 (line 1).'],
    [
      'when it fails in another way',
      [slow('10:31:00'), access('10:31:00', 504)],
      'the error is gone, but another one hit `POST /pay` at 10:31:00 (line 1).',
    ],
    [
      'when the request by hand fails',
      ['$ curl https://shop.example/pay', '502 after 0.03 s'],
      'the request that you made got a 502 (line 2).',
    ],
    [
      'when curl gets no answer',
      ['curl: (52) Empty reply from server'],
      'the request that you made got Empty reply from server (line 1).',
    ],
  ] as const)('%s', ([, lines, says]) => {
    expect(verdict(ONCE, APPLIED, lines.join('\n'))).toMatchObject({
      kind: 'still-failing',
      says: `Still failing: ${says}`,
    });
  });
});

describe('after somebody said that a fix was applied, it is not decidable', () => {
  test.for([
    [
      'when nobody asked',
      [access('10:31:00', 200, '/other')],
      'these lines hold no request for `POST /pay` since 10:30:00',
    ],
    ['when the log is silent', ['2026/11/22 10:31:00 [notice] 7#7: exiting'], 'these lines hold no request'],
    [
      'when the lines end before it',
      [access('10:29:00', 200)],
      'these lines end at 10:29:00 (line 1), before the change.',
    ],
    ['when requests are refused for another reason', [access('10:31:00', 401)], 'were refused for another reason'],
    [
      'when what failed had begun before',
      [access('10:30:30', 504, '/pay', 'rt=60.001')],
      'what failed at 10:30:30 (line 1) had begun before the change',
    ],
    [
      'when it failed first and then no more',
      [error('10:30:10', 9), requests(12, '31')],
      'it failed after the change, last at 10:30:10 (line 1); 12 requests for `POST /pay` got through after that.',
    ],
    [
      'when only the backend was asked',
      ['$ curl http://127.0.0.1:8080/pay', '200 after 0.03 s'],
      'these lines hold no request',
    ],
    [
      'when the response is an old one',
      ['HTTP/1.1 200 OK', 'Date: Sun, 22 Nov 2026 10:20:00 GMT'],
      'these lines hold no request',
    ],
  ] as const)('%s, and says what to paste', ([, lines, says]) => {
    const judged = verdict(ONCE, APPLIED, lines.join('\n'));
    expect(judged).toMatchObject({ kind: 'not-decidable', says: expect.stringContaining(says) });
    expect(judged?.ask?.run).toMatch(/^curl .* -X POST https:\/\/shop\.example\/pay$|^grep -F \/pay /);
  });

  test('when one in ten failed before and two got through', () => {
    const before = [error('10:15:42'), access('10:15:42', 502), requests(9, '16')].join('\n');
    expect(verdict(before, APPLIED, requests(2, '31'))).toMatchObject({
      kind: 'not-decidable',
      says: expect.stringContaining('before, 10 % of them failed, so about 30 in a row would show it'),
    });
    expect(verdict(before, APPLIED, requests(30, '31'))).toMatchObject({ kind: 'fixed', passed: 30 });
  });
});

describe("nginx's own notices tell the moment", () => {
  test('of a reload, which needs no statement', () => {
    const lines = [notice('10:30:00', 'reconfiguring'), notice('10:30:00'), access('10:30:10', 200)].join('\n');
    expect(verdict(ONCE, lines)).toMatchObject({ kind: 'fixed', since: { at: '10:30:00', source: 'noted' } });
  });

  test('but a rotation of logs is none', () => {
    const lines = [
      notice('10:30:00', 'signal process started'),
      notice('10:30:00', 'reopening logs'),
      access('10:30:10', 200),
    ];
    expect(verdict(ONCE, lines.join('\n'))).toBeNull();
  });

  test('and a notice from before the error is none', () => {
    expect(verdict(`${notice('09:00:00')}\n${ONCE}`, access('10:16:10', 200))).toBeNull();
  });

  test('after which a worker that ends may still log', () => {
    expect(verdict(ONCE, `${notice('10:30:00')}\n${error('10:30:20')}`)).toMatchObject({ kind: 'not-decidable' });
    expect(verdict(ONCE, `${notice('10:30:00')}\n${error('10:30:20', 99)}`)).toMatchObject({ kind: 'still-failing' });
  });

  test('and a worker of before the reload that logs long after it is a sign', () => {
    const judged = verdict(ONCE, `${notice('10:30:00')}\n${error('10:35:00')}`);
    expect(judged?.says).toContain('Worker 7 logged it, which ran before the reload already');
  });
});

describe('without any word', () => {
  test('lines of the same minutes are evidence, and nothing is judged', () => {
    expect(verdict(ONCE, requests(9, '16'))).toBeNull();
  });

  test('traffic well after the earlier pastes shows that it ended', () => {
    expect(verdict(ONCE, requests(3, '40'))).toMatchObject({ kind: 'fixed', since: { source: 'last-paste' } });
    expect(verdict(ONCE, requests(2, '40'))).toBeNull();
  });

  test('a request by hand counts where its command stands above it', () => {
    expect(verdict(ONCE, '$ curl https://shop.example/pay\n200')).toMatchObject({ kind: 'fixed' });
    expect(verdict(ONCE, '200 after 0.03 s')).toBeNull();
  });
});

describe('clocks', () => {
  test("the access log's offset places the error log's times", () => {
    const before = `${error('12:15:42')}\n${access('12:15:42', 502, '/pay', '', '+0200')}`;
    const after = `${error('12:25:00')}\n${access('12:31:00', 200, '/pay', '', '+0200')}`;
    expect(verdict(before, APPLIED, after)).toMatchObject({ kind: 'fixed', since: { at: '12:30:00' } });
    expect(verdict(before, APPLIED, error('12:31:00'))).toMatchObject({ kind: 'still-failing' });
  });

  test("a container's prefix places them, too", () => {
    const line = (utc: string, clock: string) => `2026-11-22T${utc}.123456789Z ${error(clock)}`;
    expect(verdict(line('10:15:42', '12:15:42'), APPLIED, line('10:25:00', '12:25:00'))).toMatchObject({
      kind: 'not-decidable',
    });
    expect(verdict(line('10:15:42', '12:15:42'), APPLIED, line('10:31:00', '12:31:00'))).toMatchObject({
      kind: 'still-failing',
    });
  });

  test('times of another log in UTC place them by the same failure', () => {
    const json = (clock: string, status: number) =>
      JSON.stringify({ time: `2026-11-22T${clock}Z`, method: 'POST', uri: '/pay', status });
    expect(verdict(`${error('12:15:42')}\n${json('10:15:42', 502)}`, APPLIED, json('10:31:00', 200))).toMatchObject({
      kind: 'fixed',
      since: { at: '12:30:00' },
    });
  });

  test('where nothing places them, nobody knows, and it says what would tell', () => {
    const judged = verdict(error('10:15:42'), APPLIED, error('10:31:00'));
    expect(judged).toMatchObject({ kind: 'not-decidable', ask: { run: "grep -F /pay '<access-log>' | tail -n 50" } });
    expect(judged?.says).toContain(
      'have no zone. If its clock is UTC, it came after it, and the error is still there.',
    );
  });

  test('a line of a paste from before the statement is from before the change, whatever its clock says', () => {
    expect(verdict(error('23:59:00'), APPLIED, '200 after 0.1 s')).toMatchObject({ kind: 'fixed' });
  });
});

test('a line that was pasted before the statement, and again after it, is from before', () => {
  expect(verdict(error('10:45:42'), APPLIED, `${error('10:45:42')}\n200 after 0.1 s`)).toMatchObject({ kind: 'fixed' });
});

describe('configuration', () => {
  test('is fixed when nginx accepts it, or starts without the error', () => {
    expect(verdict(EMERG, APPLIED, 'nginx: configuration file /etc/nginx/nginx.conf test is successful')).toMatchObject(
      { kind: 'fixed' },
    );
    const dated = `2026/11/22 10:15:42 [emerg] 1#1: ${EMERG.slice(15)}`;
    expect(verdict(dated, notice('10:30:00'))).toMatchObject({ kind: 'fixed' });
  });

  test('is still failing when nginx does not accept it', () => {
    expect(
      verdict(EMERG, APPLIED, `${EMERG}\nnginx: configuration file /etc/nginx/nginx.conf test failed`),
    ).toMatchObject({ kind: 'still-failing' });
  });

  test('is verified by the way that its entry names', () => {
    expect(verdict(EMERG, APPLIED, 'I changed it')).toMatchObject({ kind: 'not-decidable', ask: { run: 'nginx -t' } });
  });
});

test("a status of the entry's own is a failure, and the same status elsewhere is unclear", () => {
  const large = `2026/11/22 10:15:42 [error] 7#7: *1 client intended to send too large body: 99 bytes, ${tail('/pay')}`;
  expect(verdict(`${large}\n${access('10:15:42', 413)}`, APPLIED, access('10:31:00', 413))).toMatchObject({
    kind: 'still-failing',
  });
  expect(verdict(ONCE, APPLIED, access('10:31:00', 413))).toMatchObject({ kind: 'not-decidable' });
});

test('paths that differ in a number are one route', () => {
  const order = (path: string) => ONCE.replaceAll('/pay', path);
  expect(verdict(order('/orders/7'), APPLIED, access('10:31:00', 200, '/orders/8'))).toMatchObject({ kind: 'fixed' });
  expect(verdict(order('/orders/7'), APPLIED, access('10:31:00', 200, '/orders/new'))).toMatchObject({
    kind: 'not-decidable',
  });
});

test('the last statement counts', () => {
  const later = { at: '2026-11-22T10:50:00Z' };
  expect(
    verdict(ONCE, APPLIED, `${error('10:40:00')}\n${access('10:40:00', 502)}`, later, access('10:51:00', 200)),
  ).toMatchObject({ kind: 'fixed' });
});

test('what came after the change says nothing about the cause', () => {
  const { change, answers } = lastReply(ONCE, APPLIED, requests(3, '31'));
  expect(change?.kind).toBe('same');
  expect(answers[0]?.causes[0]?.evidence).toEqual([]);
});

test('each error of a case is judged for itself', () => {
  const both = `${error('10:15:42', 7, '/pay')}\n${access('10:15:42', 502)}\n${slow('10:15:50').replaceAll('/pay', '/search')}`;
  const after = `${access('10:31:00', 200)}\n${slow('10:31:30').replaceAll('/pay', '/search')}`;
  expect(lastReply(both, APPLIED, after).fixVerdicts.map(({ entry, kind }) => [entry, kind])).toEqual([
    ['timed-out', 'still-failing'],
    ['refused', 'fixed'],
  ]);
});

test('a paste that poses as a success does not count for another route, and breaks no command', () => {
  const hostile = access('10:31:00', 200, '/$(reboot)');
  const judged = verdict(ONCE.replaceAll('/pay', '/$(reboot)'), APPLIED, access('10:31:00', 200, '/pay'));
  expect(judged).toMatchObject({ kind: 'not-decidable' });
  expect(judged?.ask?.run).toContain("'https://shop.example/$(reboot)'");
  expect(verdict(ONCE, APPLIED, hostile)).toMatchObject({ kind: 'not-decidable' });
});

test('the same lines give the same verdict', () => {
  const steps = [ONCE, APPLIED, `${error('10:31:00')}\n${requests(3, '32')}`] as const;
  expect(lastReply(...steps)).toEqual(lastReply(...steps));
});
