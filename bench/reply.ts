import { startFakeSlack } from '../test/fake-slack/start-fake-slack.ts';
import { ANNA } from '../test/fake-slack/workspace.ts';
import { runBot } from '../test/slack-e2e/run-bot.ts';
import { REPLY_PASTES } from './reply-pastes.ts';

/** Time from the moment at which Slack sends an event to the moment at which it has the bot's answer, over 200 pastes. The
 * bot is a process of its own, Slack is the local stand-in, all on this machine: the network to Slack comes on top. */
const PASTES = 200;
const WARM_UP = 20;
const CHANNELS = 50;

const slack = await startFakeSlack();
const channels = Array.from({ length: CHANNELS }, (_, index) => addChannel(`C0BENCH${index}`));
const bot = await runBot(slack, 'socket', { LOG_LEVEL: 'info' });
const times: number[] = [];
for (let turn = 0; turn < WARM_UP + PASTES; turn += 1) {
  const ms = await ask(REPLY_PASTES[turn % REPLY_PASTES.length] ?? '', channels[turn % CHANNELS] ?? '');
  if (turn >= WARM_UP) times.push(ms);
}
await bot.stop();
await slack.stop();
report(times.toSorted((a, b) => a - b));

function addChannel(id: string): string {
  slack.workspace.channels.set(id, {
    id,
    name: id.toLowerCase(),
    kind: 'channel',
    members: new Set([ANNA, slack.workspace.bot.user]),
  });
  return id;
}

async function ask(text: string, channel: string): Promise<number> {
  const startedAt = performance.now();
  const question = slack.post({ mention: true, text, channel });
  await slack.nextMessage(({ thread }) => thread === question.ts);
  return performance.now() - startedAt;
}

function report(sorted: readonly number[]): void {
  const at = (share: number) => (sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN).toFixed(1);
  process.stdout.write(
    `npm run bench:reply: from event to posted answer over ${sorted.length} pastes, one after the other, Node ${process.version}\n` +
      `median ${at(0.5)} ms · p99 ${at(0.99)} ms · slowest ${at(1)} ms\n`,
  );
}
