import { LogLevel, webApi } from '@slack/bolt';
import { afterEach, expect, test } from 'vitest';
import { parseObject } from './json.ts';
import { liveMarkup } from './live-markup.ts';
import { type FakeSlack, type FakeSlackOptions, startFakeSlack } from './start-fake-slack.ts';
import { ANNA, DM, ELSEWHERE, OPS } from './workspace.ts';

const stops: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

async function start(options: FakeSlackOptions = {}, token?: string): Promise<[FakeSlack, webApi.WebClient]> {
  const slack = await startFakeSlack(options);
  stops.push(slack.stop);
  const retryConfig = { retries: 0 };
  const client = new webApi.WebClient(token ?? slack.tokens.bot, {
    slackApiUrl: slack.apiUrl,
    retryConfig,
    logLevel: LogLevel.ERROR,
    rejectRateLimitedCalls: true,
  });
  return [slack, client];
}

const section = (text: string) => ({ type: 'section' as const, text: { type: 'mrkdwn' as const, text } });

test.for([
  ['an unknown method', 'rtm.start', {}, 'unknown_method'],
  ['an unknown channel', 'chat.postMessage', { channel: 'C1', text: 'x' }, 'channel_not_found'],
  ['a channel without the bot', 'chat.postMessage', { channel: ELSEWHERE, text: 'x' }, 'not_in_channel'],
  ['nothing to say', 'chat.postMessage', { channel: OPS }, 'no_text'],
  ['a text of 40,001 characters', 'chat.postMessage', { channel: OPS, text: 'x'.repeat(40_001) }, 'msg_too_long'],
  [
    'a block that is too long',
    'chat.postMessage',
    { channel: OPS, text: 'x', blocks: [section('x'.repeat(3001))] },
    'invalid_blocks',
  ],
  [
    'blocks that are too long together',
    'chat.postMessage',
    { channel: OPS, text: 'x', blocks: Array.from({ length: 5 }, () => section('x'.repeat(2900))) },
    'msg_blocks_too_long',
  ],
  ['a forged trigger', 'views.open', { trigger_id: '1', view: {} }, 'invalid_trigger_id'],
  ['an update of nothing', 'chat.update', { channel: OPS, ts: '1', text: 'x' }, 'message_not_found'],
  [
    'an ephemeral message in a direct message',
    'chat.postEphemeral',
    { channel: DM, user: ANNA, text: 'x' },
    'channel_not_found',
  ],
] as const)('refuses %s', async ([, method, args, code]) => {
  const [slack, client] = await start();
  await expect(client.apiCall(method, args)).rejects.toMatchObject({ data: { error: code } });
  expect(slack.refused.all).toHaveLength(1);
});

test('refuses another token', async () => {
  const [, client] = await start({}, 'xoxb-wrong');
  await expect(client.auth.test()).rejects.toMatchObject({ data: { error: 'invalid_auth' } });
});

test('names the scope that is missing', async () => {
  const [, client] = await start({ scopes: ['chat:write', 'im:history'] });
  const call = client.conversations.replies({ channel: OPS, ts: '1' });
  await expect(call).rejects.toMatchObject({ data: { error: 'missing_scope', needed: 'channels:history' } });
});

test('counts the text of an edit in bytes after escaping', async () => {
  const [, client] = await start();
  const { ts = '' } = await client.chat.postMessage({ channel: OPS, text: 'x' });
  await client.chat.update({ channel: OPS, ts, text: '&'.repeat(800) });
  const call = client.chat.update({ channel: OPS, ts, text: '&'.repeat(801) });
  await expect(call).rejects.toMatchObject({ data: { error: 'msg_too_long' } });
});

test('posts at the top when the parent of a thread is gone', async () => {
  const [slack, client] = await start();
  await client.chat.postMessage({ channel: OPS, thread_ts: '1.000001', text: 'x' });
  expect((await slack.nextMessage()).thread).toBeNull();
});

test.for([
  ['once', 0, 'exchanged_trigger_id'],
  ['within three seconds', 3_001, 'expired_trigger_id'],
] as const)('takes a trigger %s', async ([, later, code]) => {
  const [slack, client] = await start({ requestUrl: 'http://127.0.0.1:9/' });
  await slack.command({ text: '' }).catch(() => undefined);
  const { envelope } = await slack.dispatched.next();
  const open = () => client.views.open({ trigger_id: String(envelope.payload.trigger_id), view: VIEW });
  slack.clock.advance(later);
  if (later === 0) await open();
  await expect(open()).rejects.toMatchObject({ data: { error: code } });
});

test('takes five answers at a response_url, ephemeral by default', async () => {
  const [slack] = await start({ requestUrl: 'http://127.0.0.1:9/' });
  await slack.command({ text: '' }).catch(() => undefined);
  const url = String((await slack.dispatched.next()).envelope.payload.response_url);
  const statuses: number[] = [];
  for (let use = 0; use < 6; use += 1) {
    statuses.push((await fetch(url, { method: 'POST', body: JSON.stringify({ text: `use ${use}` }) })).status);
  }
  expect(statuses).toEqual([200, 200, 200, 200, 200, 404]);
  expect(slack.ephemerals.all).toHaveLength(5);
  expect(slack.messages.all).toHaveLength(0);
});

test.for([
  ['429', { kind: 'rate-limited', retryAfterSeconds: 7 }, { retryAfter: 7 }],
  ['500', { kind: 'status', status: 500 }, { statusCode: 500 }],
  ['a lost request', { kind: 'lose-request' }, { code: 'slack_webapi_request_error' }],
] as const)('fails with %s on demand and then works', async ([, fault, error]) => {
  const [slack, client] = await start();
  slack.faults.plan('chat.postMessage', fault);
  await expect(client.chat.postMessage({ channel: OPS, text: 'x' })).rejects.toMatchObject(error);
  await client.chat.postMessage({ channel: OPS, text: 'y' });
  expect(slack.messages.all.map(({ text }) => text)).toEqual(['y']);
});

test('can lose an answer after the call counted', async () => {
  const [slack, client] = await start();
  slack.faults.plan('chat.postMessage', { kind: 'lose-answer' });
  await expect(client.chat.postMessage({ channel: OPS, text: 'x' })).rejects.toThrow();
  expect((await slack.nextMessage()).text).toBe('x');
});

test('streams, until five minutes are over', async () => {
  const [slack, client] = await start();
  const { ts: thread_ts } = slack.post({ text: 'why' });
  const channel = OPS;
  const missing = client.chat.startStream({ channel, thread_ts });
  await expect(missing).rejects.toMatchObject({ data: { error: 'missing_recipient_team_id' } });
  const recipient = { recipient_team_id: slack.workspace.team, recipient_user_id: ANNA };
  const { ts = '' } = await client.chat.startStream({ channel, thread_ts, markdown_text: 'a', ...recipient });
  await client.chat.appendStream({ channel, ts, markdown_text: 'b' });
  const edit = client.chat.update({ channel, ts, text: 'c' });
  await expect(edit).rejects.toMatchObject({ data: { error: 'streaming_state_conflict' } });
  slack.clock.advance(301_000);
  const late = client.chat.stopStream({ channel, ts });
  await expect(late).rejects.toMatchObject({ data: { error: 'message_not_in_streaming_state' } });
});

test('takes an upload and shares it in a thread', async () => {
  const [slack, client] = await start();
  const { ts } = slack.post({ text: 'why' });
  await client.filesUploadV2({ channel_id: OPS, thread_ts: ts, filename: 'report.md', content: '# Report' });
  const message = await slack.nextMessage();
  expect(message.thread).toBe(ts);
  expect(message.files[0]?.content.toString()).toBe('# Report');
});

test.for([
  ['the content with the token', ['files:read'], 'the log'],
  ['a login page with status 200 without the scope', ['chat:write'], '<!DOCTYPE html>'],
] as const)('serves a snippet: %s', async ([, scopes, start_]) => {
  const [slack] = await start({ scopes });
  const { files } = slack.upload({ name: 'error.log', content: 'the log' });
  const url = `${slack.filesUrl}files-pri/${slack.workspace.team}-${files[0]?.id}/download/error.log`;
  const response = await fetch(url, { headers: { authorization: `Bearer ${slack.tokens.bot}` } });
  expect(response.status).toBe(200);
  expect(await response.text()).toMatch(new RegExp(`^${start_}`));
});

test('finds markup that would be live, and only there', () => {
  const sent = parseObject('{"text":"&lt;!here&gt; <!channel>","blocks":[{"type":"rich_text","text":"<!here>"}]}');
  expect(liveMarkup(sent)).toEqual(['<!channel>']);
});

const VIEW = { type: 'modal' as const, title: { type: 'plain_text' as const, text: 'Paste' }, blocks: [] };
