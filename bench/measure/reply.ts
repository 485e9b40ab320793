import { type FakeSlack, startFakeSlack } from '../../test/fake-slack/start-fake-slack.ts';
import { ANNA } from '../../test/fake-slack/workspace.ts';
import { REPLY_PASTES } from '../bot/reply-pastes.ts';
import { startBuiltBot } from '../bot/start-built-bot.ts';
import { quantile } from '../numbers.ts';
import type { Row } from '../row.ts';

const PASTES = 200;
const WARM_UP = 20;
const CHANNELS = 50;

/** From the moment at which Slack sends an event to the moment at which it has the bot's answer, paste after paste. The bot is
 * a process of its own, Slack is the stand-in, all on this machine: the network to Slack comes on top. */
export async function measureReply(): Promise<readonly Row[]> {
  const slack = await startFakeSlack();
  const channels = Array.from({ length: CHANNELS }, (_, index) => addChannel(slack, `C0BENCH${index}`));
  const bot = await startBuiltBot(slack);
  const times: number[] = [];
  for (let turn = 0; turn < WARM_UP + PASTES; turn += 1) {
    const text = REPLY_PASTES[turn % REPLY_PASTES.length] ?? '';
    const ms = await ask(slack, text, channels[turn % CHANNELS] ?? '');
    if (turn >= WARM_UP) times.push(ms);
  }
  await bot.stop();
  await slack.stop();
  const sorted = times.toSorted((a, b) => a - b);
  const [low = 0] = sorted;
  const high = sorted.at(-1) ?? 0;
  return [
    {
      what: `bot, from event to posted answer, ${PASTES} pastes: median`,
      figure: { median: quantile(sorted, 0.5), low, high },
      unit: ' ms',
      target: null,
      note: `p99 ${quantile(sorted, 0.99).toFixed(1)} ms by the clock`,
    },
  ];
}

function addChannel({ workspace }: FakeSlack, id: string): string {
  const members = new Set([ANNA, workspace.bot.user]);
  workspace.channels.set(id, { id, name: id.toLowerCase(), kind: 'channel', members });
  return id;
}

async function ask(slack: FakeSlack, text: string, channel: string): Promise<number> {
  const startedAt = performance.now();
  const question = slack.post({ mention: true, text, channel });
  await slack.nextMessage(({ thread }) => thread === question.ts);
  return performance.now() - startedAt;
}
