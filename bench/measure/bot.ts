import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { startFakeSlack } from '../../test/fake-slack/start-fake-slack.ts';
import { startBuiltBot } from '../bot/start-built-bot.ts';
import { EMPTY_NODE } from '../compare.ts';
import { toFigure, toRatio } from '../numbers.ts';
import type { Row } from '../row.ts';
import { runCommand } from '../run-command.ts';
import type { Setup } from '../setup.ts';
import { short } from '../table.ts';

const READY = { must: 15, aim: 6 };
const MEMORY = { must: 3, aim: 2.3 };
/** After this long without events a bot is idle. */
const IDLE_MS = 2_000;
/** Linux counts the time of a process in hundredths of a second. */
const TICK_MS = 10;

/** The bot until it takes events, and what it holds in memory while nothing happens, against a Node that does nothing. Slack
 * is the stand-in on this machine. */
export async function measureBot({ rounds }: Setup): Promise<readonly Row[]> {
  const bots: { readonly cpuMs: number; readonly wallMs: number; readonly rssMb: number }[] = [];
  const empty: { readonly cpuMs: number; readonly rssMb: number }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    empty.push(await runCommand(EMPTY_NODE));
    bots.push(await runBotOnce());
  }
  const row = (what: string, key: 'cpuMs' | 'rssMb', unit: string, target: Row['target'], more = ''): Row => {
    const ours = bots.map((one) => one[key]);
    const theirs = empty.map((one) => one[key]);
    const note = `${short(toFigure(ours).median)} ÷ ${short(toFigure(theirs).median)} ${unit}${more}`;
    return { what, figure: toRatio(ours, theirs), unit: '×', target, note };
  };
  const wall = short(toFigure(bots.map(({ wallMs }) => wallMs)).median);
  return [
    row('bot, until it takes events: CPU ÷ empty node', 'cpuMs', 'ms', READY, `; by the clock ${wall} ms`),
    row('bot, idle: memory ÷ empty node', 'rssMb', 'MB', MEMORY),
  ];
}

async function runBotOnce() {
  const slack = await startFakeSlack();
  const startedAt = performance.now();
  const bot = await startBuiltBot(slack);
  const wallMs = performance.now() - startedAt;
  const folder = `/proc/${bot.process.pid}`;
  // what stands behind the name, which may hold spaces itself: proc(5), fields 3 and up; 14 and 15 are user and system time
  const fields = readFileSync(`${folder}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  const cpuMs = (Number(fields[11]) + Number(fields[12])) * TICK_MS;
  await sleep(IDLE_MS);
  const resident = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`${folder}/status`, 'utf8'))?.[1];
  await bot.stop();
  await slack.stop();
  return { wallMs, cpuMs, rssMb: Number(resident) / 1024 };
}
