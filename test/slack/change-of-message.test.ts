import { expect, test } from 'vitest';
import { parseChangeOfMessage } from '../../src/slack/incoming/change-of-message.ts';
import { deliveryKeys } from '../../src/slack/incoming/delivery-keys.ts';

const BEFORE = { type: 'message', user: 'U1', text: 'a', ts: '1.1' };
const EDITED = { ...BEFORE, text: 'b', edited: { user: 'U1', ts: '2.0' } };
const changed = (message: object, previous_message: object = BEFORE) => ({
  type: 'message',
  subtype: 'message_changed',
  channel: 'D1',
  ts: '2.1',
  message,
  previous_message,
});

test.for([
  ['an edit', changed(EDITED), 'edited'],
  ['an edit of a message with a file', changed({ ...EDITED, subtype: 'file_share' }), 'edited'],
  ['a second edit', changed({ ...EDITED, edited: { user: 'U1', ts: '3.0' } }, EDITED), 'edited'],
  ['a preview of a link', changed({ ...BEFORE, attachments: [{ title: 'x' }] }), 'nothing'],
  ['a preview of a link in a message that was edited before', changed(EDITED, EDITED), 'nothing'],
  ['an edit by a bot', changed({ ...EDITED, bot_id: 'B1' }), 'nothing'],
  ['a tombstone', changed({ ...BEFORE, subtype: 'tombstone', user: 'USLACKBOT', thread_ts: '1.1' }), 'deleted'],
  ['a deletion', { type: 'message', subtype: 'message_deleted', deleted_ts: '1.1' }, 'deleted'],
  ['something that is no message', changed({}), 'nothing'],
] as const)('%s is told from other changes', ([, event, kind]) => {
  expect(parseChangeOfMessage(event)?.kind).toBe(kind);
});

test('a new message is no change', () => {
  expect(parseChangeOfMessage(BEFORE)).toBeNull();
});

test('each edit of a mention is a delivery of its own', () => {
  const mention = { type: 'app_mention', channel: 'C1', ts: '1.1', client_msg_id: 'm' };
  const keysOf = (event: object) => deliveryKeys({ team_id: 'T1', event });
  const [first, edit, again, next] = [
    keysOf(mention),
    keysOf({ ...mention, edited: { user: 'U1', ts: '2.0' } }),
    keysOf({ ...mention, edited: { user: 'U1', ts: '2.0' } }),
    keysOf({ ...mention, edited: { user: 'U1', ts: '3.0' } }),
  ];
  expect(again).toEqual(edit);
  expect(new Set([...first, ...edit, ...next]).size).toBe(6);
});
