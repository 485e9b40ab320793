import { expect, test } from 'vitest';
import type { Risk, Step } from '../../src/core/entry.ts';
import { lintReload } from '../../src/knowledge/lint-reload.ts';
import { sampleCause, sampleEntry } from '../core/sample-knowledge.ts';

const CHANGE: Step = { do: 'Write it.', in: 'server', change: 'listen 80;' };
const toSteps = (...runs: readonly string[]): readonly Step[] => runs.map((run) => ({ do: 'Do it.', run }));

function complaints(steps: readonly Step[], risk: Risk = 'safe'): readonly string[] {
  const fixes = [{ title: 'Fix it', where: 'nginx' as const, risk, undo: 'Write it back.', steps }];
  const cause = { ...sampleCause('one', 0, []), fixes };
  return lintReload(sampleEntry('some', [], [cause])).map(({ path }) => path);
}

test.for([
  ['nginx -t'],
  ['sudo nginx -t'],
  ['/usr/sbin/nginx -t -c /etc/nginx/nginx.conf'],
  ['docker exec {?nginx-container} nginx -t'],
  ['kubectl exec -n {?ingress-namespace} {?ingress-pod} -- nginx -t'],
])('a change that ends at %s is refused', ([run = '']) => {
  expect(complaints([CHANGE, ...toSteps(run)])).toEqual(['causes.one.fixes[0].steps']);
});

test.for([
  ['systemctl reload nginx'],
  ['systemctl restart nginx'],
  ['systemctl start nginx'],
  ['systemctl reload-or-restart nginx'],
  ['systemctl reload {?nginx-unit}'],
  ['service nginx reload'],
  ['nginx -s reload'],
  ['sudo nginx -s reload'],
  ['nginx -c /etc/nginx/nginx.conf'],
  ['docker exec {?nginx-container} nginx -s reload'],
  ['docker restart {?nginx-container}'],
  ['docker compose up -d --force-recreate {?nginx-service}'],
  ['kubectl rollout restart deployment/{?nginx-deployment}'],
  ['helm -n ingress-nginx upgrade ingress-nginx ingress-nginx/ingress-nginx --reuse-values'],
])('a change that goes on to %s is fine', ([run = '']) => {
  expect(complaints([CHANGE, ...toSteps('nginx -t', run)])).toEqual([]);
});

test.for([
  ['another service', ['nginx -t', 'systemctl reload php8.2-fpm']],
  ['looking at the service', ['nginx -t', 'systemctl status nginx']],
  ['reopening logs', ['nginx -t', 'nginx -s reopen']],
  ['nothing more, though it reloaded before', ['systemctl reload nginx', 'nginx -t']],
] as const)('a change that goes on to %s is refused', ([, runs]) => {
  expect(complaints([CHANGE, ...toSteps(...runs)])).toHaveLength(1);
});

test('a check that comes first only looks', () => {
  expect(complaints(toSteps('sudo nginx -t', 'setfacl -m u:www-data:r {file}'))).toEqual([]);
});

test('a fix that changes nothing needs no reload', () => {
  expect(complaints(toSteps('nginx -T', 'nginx -t'), 'read-only')).toEqual([]);
});
