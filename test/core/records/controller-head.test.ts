import { expect, test } from 'vitest';
import { parseControllerHead } from '../../../src/core/records/controller-head.ts';

test.for([
  ['a warning', 'W1122 10:15:42.123456       7 controller.go:1076] Service', { level: 'warn', pid: 7, end: 50 }],
  ['an error', 'E1122 10:15:42.123456      12 main.go:96] "invalid', { level: 'error', pid: 12 }],
  ['a fatal error', 'F1122 10:15:42.123456       1 main.go:50] no', { level: 'emerg', pid: 1 }],
  ['a date with its year', 'I20261122 10:15:42.123456   1 main.go:83] Starting', { level: 'info', pid: 1 }],
  [
    'a line behind the names of pod and container',
    'ingress-nginx-7d9c5b controller W1122 10:15:42.123456       7 controller.go:1076] x',
    { level: 'warn', pid: 7, end: 82 },
  ],
  [
    'an event',
    'Warning  RELOAD  12s  nginx-ingress-controller  Error reloading NGINX: exit status 1',
    { level: 'error', pid: null, end: 48 },
  ],
  [
    'the words of the webhook, behind those of kubectl',
    'Error from server: admission webhook "validate.nginx.ingress.kubernetes.io" denied the request: x',
    { level: 'error', pid: null, end: 19 },
  ],
] as const)('reads %s', ([, text, expected]) => {
  expect(parseControllerHead(text)).toMatchObject(expected);
});

test.for([
  'W1122 10:15:42 controller.go:1076] no microseconds',
  'X1122 10:15:42.123456       7 controller.go:1076] no such letter',
  'admission webhook "validate.kyverno.svc" denied the request: x',
  'the webhook denied it',
  '192.0.2.1 - - [22/Nov/2026:10:15:42 +0000] "GET / HTTP/1.1" 200 1 "-" "x W1122 10:15:42.123456       7 controller.go:1076] Service"',
])('leaves alone %s', (text) => {
  expect(parseControllerHead(text)).toBeNull();
});
