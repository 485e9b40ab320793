import { expect, test } from 'vitest';
import { toldMessages } from '../../../src/core/records/told-messages.ts';

const ACTIONS = new Set(['connecting to upstream', 'reading response header from upstream']);
const told = (line: string): readonly string[] => toldMessages(line, (words) => ACTIONS.has(words));

const REFUSED = 'connect() failed (111: Connection refused)';
const TAIL = ', client: 192.0.2.1, server: a.example, request: "GET / HTTP/1.1"';

test.for([
  ['behind a colon', `Still fails to start with : ${REFUSED}`, REFUSED],
  [
    'in quotes, before more words',
    `We got '${REFUSED} while connecting to upstream' and then some`,
    `${REFUSED} while connecting to upstream`,
  ],
  ['in brackets', `nginx [${REFUSED} while connecting to upstream] error`, `${REFUSED} while connecting to upstream`],
  ['behind a script without spaces', `出现错误${REFUSED}，如何解决`, REFUSED],
  [
    'with its place',
    `see: open() "/a" failed (2: No such file or directory) in /etc/nginx/a.conf:3 today`,
    'open() "/a" failed (2: No such file or directory) in /etc/nginx/a.conf:3',
  ],
  [
    'with its context, behind a head that nobody knows',
    `web-1 proxy error ${REFUSED} while connecting to upstream${TAIL}`,
    `${REFUSED} while connecting to upstream${TAIL}`,
  ],
  [
    'without an errno',
    'now and then no live upstreams while connecting to upstream, all day',
    'no live upstreams while connecting to upstream',
  ],
  [
    'in a row of a table, behind its process',
    'Error 192.0.2.1  7#7: *1 directory index of "/a/" is forbidden  nginx error',
    '7#7: *1 directory index of "/a/" is forbidden',
  ],
  [
    'under the key of a message',
    `level=error msg="${REFUSED} while connecting to upstream"`,
    `${REFUSED} while connecting to upstream`,
  ],
  ['of lua, behind a version', '1.2.3 [lua] app.lua:7: no token', '[lua] app.lua:7: no token'],
] as const)('finds a message %s', ([, line, message]) => {
  expect(told(line)).toContain(message);
});

test.for([
  ['a call', `expect(log).toContain('${REFUSED} while connecting to upstream')`],
  ['an assignment', `const SAMPLE = "${REFUSED}";`],
  ['a comparison', `if line == '${REFUSED}' then`],
  ['a test of membership', `assert "${REFUSED}" in log`],
  ['a pair of a hash', `payload: %{"chunk" => "nginx: ${REFUSED}"}`],
  ['a search on a command line', `grep -c "${REFUSED}" /var/log/nginx/error.log`],
  ['a template of a longer string', `let line = r#"2026/11/22 10:15:42 [error] 7#7: *1 ${REFUSED}"#;`],
  ['a pattern', 'upstream timed out \\(110: Connection timed out\\) while connecting to upstream, client: (\\S+)'],
  ['a User-Agent in an access line of a format of its own', `192.0.2.1 GET /a HTTP/1.1 200 "${REFUSED}"`],
  ['a User-Agent under its key', `ts=1764000000 agent="${REFUSED} while connecting to upstream"`],
  ['a Referer in JSON that is cut', `{"status": 200, "referer": "${REFUSED} while connecting to upstream`],
  ['a sentence without any of nginx’s own forms', 'upstream timed out again while reading the mail'],
])('finds none in %s', ([, line]) => {
  expect(told(line ?? '').filter((text) => /^(?:connect|upstream|nginx|7#7)/.test(text))).toEqual([]);
});

test('looks at no more than the beginnings near to what shows a message', () => {
  expect(told(`${'word '.repeat(300)}${REFUSED}`).length).toBeLessThanOrEqual(16);
});
