import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startFakeSlack } from '../../test/fake-slack/start-fake-slack.ts';
import { startBuiltBot } from '../bot/start-built-bot.ts';
import { bundle, KNOWLEDGE } from '../build.ts';
import { CACHE } from '../cache.ts';
import { prepareLog } from '../logs/prepare-log.ts';
import { toFigure } from '../numbers.ts';
import type { Row } from '../row.ts';
import type { Setup } from '../setup.ts';

const BYTES = 30_000_000;
const TARGET = { must: 50, aim: 10 };
/** A bot that is not done then has more than its loop blocked. */
const LONGEST_MS = 300_000;

/** The longest time for which nothing else gets a turn while 30 MB of a mixed log are analysed: by the terminal tool's own
 * reader, and by the bot when somebody uploads the file. */
export async function measureBlocking({ knowledge, lines, rounds }: Setup): Promise<readonly Row[]> {
  const log = prepareLog('mixed', lines, knowledge);
  const file = join(CACHE, '30-mb.log');
  writeFileSync(file, readFileSync(log.file).subarray(0, BYTES));
  const run = await bundle('blocking/run');
  const inBot = await bundle('blocking/in-bot');
  const reading: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const { stdout } = await promisify(execFile)(process.execPath, [run, KNOWLEDGE, file]);
    reading.push(JSON.parse(stdout).longest);
  }
  const upload = await blockWhileUploaded(readFileSync(file, 'utf8'), inBot);
  return [
    {
      what: '30 MB log: longest block of the event loop',
      figure: toFigure(reading),
      unit: ' ms',
      target: TARGET,
    },
    {
      what: '30 MB log uploaded to the bot: longest block',
      figure: toFigure([upload ?? Number.POSITIVE_INFINITY]),
      unit: ' ms',
      target: TARGET,
      note: upload === null ? `no answer within ${LONGEST_MS / 1000} s` : 'once',
    },
  ];
}

/** Null when the bot does not answer in time. */
async function blockWhileUploaded(content: string, inBot: string): Promise<number | null> {
  const slack = await startFakeSlack();
  const bot = await startBuiltBot(slack, ['--import', inBot]);
  try {
    const from = bot.lines.length;
    const file = { name: 'error.log', mode: 'hosted', content } as const;
    const question = slack.upload({ mention: true, text: 'what is this?', ...file });
    const answer = slack.nextMessage(({ thread }) => thread === question.ts, LONGEST_MS);
    if (!(await answer.catch(() => null))) return null;
    const blocks = bot.lines.slice(from).flatMap((line) => /^\{"msg":"blocked","ms":([\d.]+)\}$/.exec(line)?.[1] ?? []);
    return Math.max(0, ...blocks.map(Number));
  } finally {
    bot.process.kill('SIGKILL');
    await bot.exited;
    await slack.stop();
  }
}
