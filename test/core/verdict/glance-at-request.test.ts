import { expect, test } from 'vitest';
import { readAccessLine } from '../../../src/core/records/read-access.ts';
import { glanceAtRequest } from '../../../src/core/verdict/glance-at-request.ts';

test.for([
  ['combined', '192.0.2.1 - - [22/Nov/2026:10:31:00 +0000] "GET /a?b=c HTTP/1.1" 200 157 "-" "curl"'],
  ['with a user', '192.0.2.1 - bob [22/Nov/2026:10:31:00 +0100] "POST /a HTTP/2.0" 502 157 "-" "curl" rt=0.1'],
  ['of bytes that are no request', '192.0.2.1 - - [22/Nov/2026:10:31:00 +0000] "\\x16\\x03\\x01" 400 157 "-" "-"'],
  ['in JSON', '{"time_iso8601":"2026-11-22T10:31:00+00:00","request":"GET /a HTTP/1.1","status":"200"}'],
  ['with a quote in its path', '192.0.2.1 - - [22/Nov/2026:10:31:00 +0000] "GET /a"b HTTP/1.1" 200 157 "-" "curl"'],
  ['without a time', '{"request":"GET /a HTTP/1.1","status":"200"}'],
  [
    'of the error log',
    '2026/11/22 10:31:00 [error] 7#7: *1 open() "/x" failed (2: No such file or directory), client: 192.0.2.1',
  ],
  ['of nothing', 'hello [world] "GET / HTTP/1.1" 200 '],
  ['that is empty', ''],
] as const)('a line %s is read as the whole reader reads it', ([, line]) => {
  const fields = readAccessLine(line);
  const whole = fields?.time == null ? null : { time: fields.time, uri: fields.uri ?? '', status: fields.status };
  expect(glanceAtRequest(line)).toEqual(whole);
});
