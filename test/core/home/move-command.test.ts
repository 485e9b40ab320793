import { describe, expect, test } from 'vitest';
import type { Entry } from '../../../src/core/entry.ts';
import type { Home, Homes } from '../../../src/core/home/home.ts';
import { moveCommand } from '../../../src/core/home/move-command.ts';
import { lintEntries } from '../../../src/knowledge/lint-entries.ts';
import { loadKnowledge } from '../../../src/knowledge/load-knowledge.ts';

const NOWHERE: Homes = { nginx: null, backend: null, isNginxRefused: false, around: null };
const COMPOSE: Home = { kind: 'compose', prefix: null };
const POD: Home = { kind: 'kubernetes', pod: 'app-6f9-x' };
const JOURNAL = 'journalctl -u {?backend-unit} --since {since} --until {until} --no-pager';
const both = (home: Home): Homes => ({ ...NOWHERE, nginx: home, backend: home, around: home });

describe('where the program is known to run in docker compose', () => {
  const homes = both({ kind: 'compose', prefix: 'app-1' });

  test.for([
    [JOURNAL, 'docker compose logs --timestamps --tail 1000 | grep -F app-1'],
    ['journalctl -u {?backend-unit} -n 50 --no-pager', 'docker compose logs --timestamps --tail 50 | grep -F app-1'],
    [`${JOURNAL} | grep -i killed`, 'docker compose logs --timestamps --tail 1000 | grep -F app-1 | grep -i killed'],
    ['systemctl restart {?backend-unit}', 'docker compose restart {?backend-service}'],
    ['systemctl start {?backend-unit}', 'docker compose up -d {?backend-service}'],
    ['systemctl reload {?php-fpm-unit}', 'docker compose restart {?php-fpm-service}'],
    ['systemctl reload nginx', 'docker compose exec {?nginx-service} nginx -s reload'],
    ['systemctl reload-or-restart nginx', 'docker compose restart {?nginx-service}'],
    ['nginx -t', 'docker compose exec {?nginx-service} nginx -t'],
  ] as const)('%s is %s', ([run, there]) => {
    expect(moveCommand(run, homes)).toEqual({ run: there, note: null });
  });

  test('nginx is tested and started anew where it may not be running', () => {
    const refused = { ...homes, isNginxRefused: true };
    expect(moveCommand('nginx -t', refused).run).toBe('docker compose run --rm {?nginx-service} nginx -t');
    expect(moveCommand('systemctl reload nginx', refused).run).toBe('docker compose restart {?nginx-service}');
  });

  test('the service is left to the reader where several came before its lines', () => {
    expect(moveCommand(JOURNAL, both(COMPOSE)).run).toBe(
      'docker compose logs --timestamps --tail 1000 {?backend-service}',
    );
  });
});

describe('where the program is known to run in a pod', () => {
  test.for([
    [JOURNAL, 'kubectl -n {namespace} logs --timestamps --tail=1000 app-6f9-x'],
    ['systemctl restart {?backend-unit}', 'kubectl -n {namespace} rollout restart {?backend-workload}'],
  ] as const)('%s is %s', ([run, there]) => {
    expect(moveCommand(run, both(POD))).toEqual({ run: there, note: null });
  });

  test('what makes nginx take a change is only noted, for the ingress controller reloads by itself', () => {
    expect(moveCommand('systemctl reload nginx', both(POD))).toEqual({
      run: 'systemctl reload nginx',
      note: 'In Kubernetes: `kubectl -n <nginx-namespace> rollout restart <nginx-workload>`.',
    });
  });
});

test.for([
  [{ kind: 'docker' }, 'In Docker: `docker logs --timestamps --tail 1000 <backend-container>`.'],
  [COMPOSE, 'With docker compose: `docker compose logs --timestamps --tail 1000 <backend-service>`.'],
  [
    { kind: 'kubernetes', pod: null },
    'In Kubernetes: `kubectl -n <namespace> logs --timestamps --tail=1000 <backend-pod>`.',
  ],
] as const)('where only %o is around, the command stays and the equivalent is noted', ([around, note]) => {
  expect(moveCommand(JOURNAL, { ...NOWHERE, around })).toEqual({ run: JOURNAL, note });
});

test('without containers in the paste nothing changes', () => {
  expect(moveCommand(JOURNAL, NOWHERE)).toEqual({ run: JOURNAL, note: null });
});

test.for([
  ['journalctl -k --since {since} --until {until} --no-pager'],
  ['journalctl -u {?auth-service-unit} --since {since} --until {until} --no-pager'],
  ['journalctl -u {?backend-unit} -f'],
  ['systemctl enable --now {?backend-unit}'],
  ['systemctl restart postfix'],
  ['nginx -T | grep -n error_log'],
])('%s has no form of its own in containers, and stays', ([run = '']) => {
  expect(moveCommand(run, both(COMPOSE))).toEqual({ run, note: null });
});

test.for([
  ['docker compose', both({ kind: 'compose', prefix: 'app-1' })],
  ['docker compose, refused', { ...both(COMPOSE), isNginxRefused: true }],
  ['Kubernetes', both(POD)],
] as const)('in %s, all commands of the knowledge still keep to its rules', ([, homes]) => {
  const { entries, directives } = loadKnowledge('knowledge');
  const elsewhere = entries.map((entry) => moveAll(entry, homes));
  expect(lintEntries({ entries: elsewhere, directives }).map(({ at, path, text }) => `${at} ${path}: ${text}`)).toEqual(
    [],
  );
});

function moveAll(entry: Entry, homes: Homes): Entry {
  const move = <T extends { readonly run?: string | undefined }>(told: T): T =>
    told.run === undefined ? told : { ...told, run: moveCommand(told.run, homes).run };
  const causes = entry.causes.map((cause) => ({
    ...cause,
    fixes: cause.fixes.map((fix) => ({ ...fix, steps: fix.steps.map(move) })),
    verification: cause.verification?.map(move),
  }));
  return { ...entry, causes, checks: entry.checks.map(move), verification: entry.verification.map(move) };
}
