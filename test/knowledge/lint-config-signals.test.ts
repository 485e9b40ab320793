import { expect, test } from 'vitest';
import { lintConfigSignals } from '../../src/knowledge/lint-config-signals.ts';
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts';
import { sampleCause, sampleEntry } from '../core/sample-knowledge.ts';

const { directives } = loadKnowledge('knowledge');

function complaints(signal: string, proves = false): readonly string[] {
  const cause = sampleCause('one', 0, [{ signal, weight: 2, proves, says: 'so it is' }]);
  return lintConfigSignals(sampleEntry('some', [], [cause]), directives).map(({ text }) => text);
}

test.for([
  'config-has:proxy_read_timeout',
  'config-lacks:*_ssl_server_name',
  'config-mentions:more_set_headers',
  'config-has-elsewhere:client_max_body_size',
  'config-value:proxy_read_timeout<60s',
  'config-value:*_buffer_size>=16k',
  'config-value:deny=all',
  'errno:ECONNRESET',
])('%s is fine', (signal) => expect(complaints(signal)).toEqual([]));

test.for([
  ['config-has:proxy_reed_timeout', 'does not have'],
  ['config-lacks:*_reed_timeout', 'does not have'],
  ['config-value:proxy_read_timeout', 'cannot read'],
  ['config-value:proxy_read_timeout<soon', 'no measure'],
  ['config-value:proxy_reed_timeout<60s', 'does not have'],
] as const)('%s is refused', ([signal, words]) => expect(complaints(signal).join()).toContain(words));

test('what is absent proves nothing', () => {
  expect(complaints('config-lacks:resolver', true).join()).toContain('for a proof');
});
