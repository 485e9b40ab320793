import fc from 'fast-check';
import type { CauseAnswer, FindingAnswer, Reply } from '../../src/core/reply/reply.ts';

const verification = {
  do: 'Repeat the failing request.',
  run: "curl -sS -o /dev/null -w '%{http_code} after %{time_total} s\\n' -X POST https://example.com/api/data",
  expect: '200 each time.',
};

const check = {
  id: 'backend-log',
  do: "Read the backend's log for that second.",
  run: "journalctl -u '<backend-unit>' --since '2026-11-22 10:15:12' --until '2026-11-22 10:16:12' --no-pager",
  outcomes: [
    { shows: '"WORKER TIMEOUT"', means: ['gunicorn-worker-timeout'] },
    { shows: 'nothing at all', means: ['upstream-keepalive-race'] },
  ],
};

const timeoutCause: CauseAnswer = {
  id: 'gunicorn-worker-timeout',
  title: 'gunicorn killed the worker, the request took longer than its `--timeout`',
  why: 'A worker that does not report in time is aborted by its master.',
  confidence: 'confirmed',
  probability: 0.97,
  evidence: [
    {
      signal: 'gunicorn-worker-timeout',
      supports: true,
      proves: true,
      says: 'gunicorn names the worker that it aborted',
      quotes: [{ line: 9, text: '[CRITICAL] WORKER TIMEOUT (pid:29116)' }],
    },
  ],
  ask: null,
  versions: null,
  fixes: [
    {
      title: 'Give the work more time',
      where: 'backend',
      risk: 'safe',
      undo: 'Set the old values back.',
      sideEffects: null,
      unconfirmed: null,
      steps: [
        { do: 'Raise the limit.', run: null, change: 'timeout = 120', in: 'gunicorn.conf.py' },
        { do: 'Restart it.', run: "systemctl restart '<backend-unit>'", change: null, in: null },
      ],
    },
  ],
  verification: [],
};

const raceCause: CauseAnswer = {
  ...timeoutCause,
  id: 'upstream-keepalive-race',
  title: 'A kept connection was reused as the backend closed it',
  confidence: 'possible',
  evidence: [],
};

/** A finding whose cause a pasted line proves. */
export const confirmedAnswer: FindingAnswer = {
  entry: 'upstream-prematurely-closed',
  title: 'The backend hung up before it answered',
  severity: 'error',
  blame: 'backend',
  inBrief: false,
  where: '`POST /api/data` on `example.com` \u2192 `127.0.0.1:8080` \u00b7 once, 10:15:42',
  route: null,
  message: 'upstream prematurely closed connection',
  meaning: 'nginx sent the request, and the backend closed the connection before its answer was complete.',
  userSees: 'The user got a 502.',
  signature: {
    template: 'upstream prematurely closed connection',
    source: 'src/http/ngx_http_upstream.c',
    function: 'ngx_http_upstream_process_header',
  },
  count: 1,
  firstAt: '2026/11/22 10:15:42',
  lastAt: '2026/11/22 10:15:42',
  line: 1,
  text: 'the line',
  lines: [1],
  facts: new Map([
    ['client', '1.2.3.4'],
    ['upstream.port', '8080'],
  ]),
  consequenceOf: null,
  causes: [timeoutCause, raceCause],
  nextCheck: null,
  checks: [check],
  verification: [verification],
  prevention: ['Alert on restarts of workers.'],
  myths: [{ claim: 'A larger `proxy_buffer_size` cures it.', why: 'A header that is too big logs another line.' }],
  references: [
    { title: 'proxy_pass', url: 'https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_pass' },
    { title: 'src/http/ngx_http_upstream.c' },
  ],
};

/** The same, where nothing decides between the causes. */
export const undecidedAnswer: FindingAnswer = {
  ...confirmedAnswer,
  causes: [{ ...timeoutCause, confidence: 'possible', evidence: [] }, raceCause],
  nextCheck: check,
};

/** A reply with these findings, of which the first leads. */
export function replyOf(...answers: readonly FindingAnswer[]): Reply {
  return {
    kind: answers.length === 0 ? 'no-log' : 'diagnosed',
    headline: answers[0]?.title ?? 'I see no nginx log line in that message',
    summary: 'A summary.',
    note: answers.length === 0 ? 'Paste the lines from the error log.' : null,
    answers,
    timeline: null,
    change: null,
    fixVerdicts: [],
    verdicts: [{ lines: [1], verdict: 'explained', entry: 'upstream-prematurely-closed', text: 'the line' }],
    unknown: [],
  };
}

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(
    '\u001b]0;title\u0007\u001b[2J\u001b[31mred',
    '[a](https://evil.example) ![x](https://evil.example/i.png)',
    '<img src=x onerror=alert(1)> <!-- -->',
    '@everyone @octocat #1 owner/repo#2 https://evil.example www.evil.example me@evil.example',
    '```\n# out\n```',
    '`` ` ```` `',
    '\u202egnp.exe \u200b\u2028\u0085\u009b31m',
    'a\r\n\n# heading\n\n- item\n\n| a | b |\n|---|---|',
    '&lt;b&gt; &#64;x \\` \\[a\\]',
    '~~a~~ **b** _c_ $d$ [^1] - [ ] x',
  ),
);

/** Replies in which every text that a paste may reach is hostile. */
export const hostileReplies: fc.Arbitrary<Reply> = fc.array(hostile, { minLength: 8, maxLength: 8 }).map((texts) => {
  const [a = '', b = '', c = '', d = '', e = '', f = '', g = '', h = ''] = texts;
  const cause: CauseAnswer = {
    ...timeoutCause,
    title: a,
    why: b,
    evidence: [
      { signal: 'x', supports: true, proves: true, says: c, quotes: [{ line: 2, text: d }] },
      { signal: 'y', supports: false, proves: false, says: e, quotes: [{ line: 1, text: f }] },
    ],
    ask: g,
    versions: h,
    fixes: [
      {
        title: b,
        where: 'nginx',
        risk: 'safe',
        undo: c,
        sideEffects: d,
        unconfirmed: e,
        steps: [
          { do: e, run: f, change: null, in: null },
          { do: g, run: null, change: h, in: a },
        ],
      },
    ],
  };
  const answer: FindingAnswer = {
    ...undecidedAnswer,
    title: a,
    where: b,
    route: { text: `\`${b}\``, lines: [1], isCertain: true },
    message: c,
    text: c,
    meaning: d,
    userSees: e,
    causes: [cause, { ...cause, confidence: 'unlikely' }],
    nextCheck: { id: 'x', do: f, run: g, outcomes: [{ shows: h, means: ['gunicorn-worker-timeout', a] }] },
    verification: [{ do: b, run: c, expect: d }],
    prevention: [e],
    myths: [{ claim: f, why: g }],
    references: [{ title: h }],
    facts: new Map([['uri', a]]),
    consequenceOf: null,
  };
  return {
    ...replyOf(answer, { ...answer, consequenceOf: 'x' }),
    headline: h,
    note: a,
    unknown: [{ lines: [1, 2], verdict: 'unknown', entry: null, text: b }],
  };
});
