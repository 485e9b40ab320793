import { describe, expect, test } from 'vitest';
import { createDeduplicate } from '../../src/slack/incoming/deduplicate.ts';
import { deliveryKeys } from '../../src/slack/incoming/delivery-keys.ts';

const mention = {
  event_id: 'Ev1',
  team_id: 'T1',
  event: { type: 'app_mention', channel: 'C1', ts: '1.1', client_msg_id: 'm1' },
};
const direct = {
  event_id: 'Ev2',
  team_id: 'T1',
  event: { type: 'message', channel: 'D1', channel_type: 'im', ts: '1.1' },
};

describe('a delivery is taken', () => {
  test.for([
    ['once when the same event comes again', mention, mention, false],
    ['once when the same message comes as another event', mention, { ...mention, event_id: 'Ev9' }, false],
    [
      'once when one gesture made two messages',
      mention,
      { ...mention, event_id: 'Ev9', event: { ...mention.event, ts: '1.2' } },
      false,
    ],
    [
      'again in another team',
      mention,
      { event_id: 'Ev9', team_id: 'T2', event: { ...mention.event, client_msg_id: 'm2' } },
      true,
    ],
    [
      'when the channel told of the message before the mention did',
      { ...mention, event_id: 'Ev0', event: { ...mention.event, type: 'message', channel_type: 'channel' } },
      mention,
      true,
    ],
    [
      'when an edit of it came before',
      { ...direct, event: { ...direct.event, subtype: 'message_changed' } },
      { ...direct, event_id: 'Ev3' },
      true,
    ],
    ['once by its trigger', { trigger_id: 't1' }, { trigger_id: 't1' }, false],
    ['always when it has no keys', {}, {}, true],
  ] as const)('%s', ([, first, second, taken]) => {
    const isFirst = createDeduplicate(() => 0);
    isFirst(deliveryKeys(first));
    expect(isFirst(deliveryKeys(second))).toBe(taken);
  });
});

test('keys are forgotten after their time, and the oldest when there are too many', () => {
  let now = 0;
  const isFirst = createDeduplicate(() => now, 100, 2);
  expect(isFirst(['a'])).toBe(true);
  now = 50;
  expect(isFirst(['a'])).toBe(false);
  now = 101;
  expect(isFirst(['a'])).toBe(true);
  for (const key of ['b', 'c', 'd']) isFirst([key]);
  expect(isFirst(['a'])).toBe(true);
});
