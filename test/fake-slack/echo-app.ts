import { App, HTTPReceiver, LogLevel, type types } from '@slack/bolt';
import type { FakeSlack } from './start-fake-slack.ts';

/** A tiny Bolt app that answers through every door of Slack, so that the stand-in is tested against the real client. */
export async function startEchoApp(slack: FakeSlack, over: 'socket' | 'http'): Promise<{ stop: () => Promise<void> }> {
  const clientOptions = { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } };
  const installerOptions = { clientOptions: { slackApiUrl: slack.apiUrl } };
  const { signingSecret } = slack;
  const receiver = new HTTPReceiver({ signingSecret, logLevel: LogLevel.ERROR });
  const socket = { socketMode: true, appToken: slack.tokens.app, installerOptions };
  const options = { token: slack.tokens.bot, logLevel: LogLevel.ERROR, clientOptions };
  const app = new App(over === 'http' ? { ...options, receiver } : { ...options, ...socket });

  app.event('app_mention', async ({ event, say }) => {
    await say({ thread_ts: event.ts, text: `mention: ${event.text}` });
  });
  app.message(async ({ message: event, say }) => {
    if (event.subtype === undefined) await say(`dm: ${event.text ?? ''}`);
  });
  app.command('/nginx-why', async ({ ack, respond, command, client }) => {
    await ack();
    if (command.text === '') await client.views.open({ trigger_id: command.trigger_id, view: PASTE });
    else await respond({ text: `command: ${command.text}`, blocks: [BUTTON] });
  });
  app.shortcut('why', async ({ ack, shortcut, respond }) => {
    await ack();
    if (shortcut.type === 'message_action') await respond(`shortcut: ${shortcut.message.text ?? ''}`);
  });
  app.action('more', async ({ ack, respond }) => {
    await ack();
    await respond({ text: 'more', replace_original: true });
  });
  app.view('paste', async ({ ack, view, client, body }) => {
    const typed = view.state.values.log?.paste?.value ?? '';
    if (typed === '') return ack({ response_action: 'errors', errors: { log: 'Paste a line' } });
    await ack();
    await client.chat.postMessage({ channel: body.user.id, text: `modal: ${typed}` });
  });
  const server = await app.start(0);
  const address = server.address?.();
  if (over === 'socket') await slack.socket.connected();
  else if (typeof address === 'object') slack.deliverTo(`http://127.0.0.1:${address?.port}/slack/events`);
  return { stop: async () => void (await app.stop()) };
}

const BUTTON = {
  type: 'actions',
  elements: [{ type: 'button', action_id: 'more', text: { type: 'plain_text', text: 'More' } }],
} as const;

const PASTE: types.View = {
  type: 'modal',
  callback_id: 'paste',
  title: { type: 'plain_text', text: 'Paste' },
  submit: { type: 'plain_text', text: 'Explain' },
  blocks: [
    {
      type: 'input',
      block_id: 'log',
      label: { type: 'plain_text', text: 'Log lines' },
      optional: true,
      element: { type: 'plain_text_input', action_id: 'paste', multiline: true },
    },
  ],
};
