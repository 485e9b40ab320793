import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { liveMarkup } from '../fake-slack/live-markup.ts';
import { type FakeSlack, startFakeSlack } from '../fake-slack/start-fake-slack.ts';
import { DM, type Message } from '../fake-slack/workspace.ts';
import { CLOSED, REFUSED, TIMEOUT } from './pastes.ts';
import { DELIVERIES, type RunningBot, runBot, spawnBot } from './run-bot.ts';
import { buttonsOf, wordsOf } from './texts.ts';

const DECIDED = 'That decides it: gunicorn killed the worker';

/** Writes in the thread of a question, with a mention, and gives the answer to it. */
function createThread(slack: FakeSlack, question: Message) {
  const seen = new Set<string>();
  return {
    async answer(): Promise<Message> {
      const answer = await slack.nextMessage(({ ts, thread }) => thread === question.ts && !seen.has(ts));
      seen.add(answer.ts);
      return answer;
    },
    say: (text: string): Message => slack.post({ mention: question.channel !== DM, text, thread: question }),
  };
}

describe.for(DELIVERIES)('by %s, a thread is one case', (delivery) => {
  let slack: FakeSlack;
  let bot: RunningBot;
  beforeAll(async () => {
    slack = await startFakeSlack();
    bot = await runBot(slack, delivery);
  });
  afterEach(() => expect(slack.refused.all.map(({ method, answer }) => [method, answer])).toEqual([]));
  afterAll(async () => {
    await bot.stop();
    await slack.stop();
  });

  test.for([
    ['with a mention in a channel', { mention: true, text: CLOSED }],
    ['without one in a direct conversation', { channel: DM, text: CLOSED }],
  ] as const)("where the backend's line %s decides what nginx's line could not", async ([, typed]) => {
    const question = slack.post(typed);
    const thread = createThread(slack, question);
    expect(wordsOf(await thread.answer())).toContain("One line can't tell why.");
    thread.say(TIMEOUT);
    const followUp = await thread.answer();
    expect(followUp.text).toMatch(new RegExp(`^${DECIDED}`));
    expect(wordsOf(followUp)).toContain(`line 1 ${TIMEOUT}`);
    expect(wordsOf(followUp)).toContain('and 6 more steps, in the full answer');
    expect(wordsOf(followUp)).not.toContain('nginx had a connection to the backend and sent the request');
  });

  test('whose follow-up opens the full answer, and is the same after it', async () => {
    const question = slack.post({ mention: true, text: CLOSED });
    const thread = createThread(slack, question);
    await thread.answer();
    thread.say(TIMEOUT);
    const followUp = await thread.answer();
    await slack.click(followUp, 'nginx-why:all-causes');
    expect((await thread.answer()).text).toContain(
      'All causes of: The backend hung up before it had answered. 1. gunicorn',
    );
    const updated = await slack.updates.next();
    expect(updated.text).toBe(followUp.text);
    expect(buttonsOf(updated)).not.toContain('nginx-why:all-causes');
  });

  test('in which a paste that changes nothing is told so, with what would decide', async () => {
    const question = slack.post({ mention: true, text: CLOSED });
    const thread = createThread(slack, question);
    await thread.answer();
    thread.say(CLOSED);
    expect((await thread.answer()).text).toMatch(
      /^Nothing in this paste changes the picture\. What would decide is still: /,
    );
    thread.say('thanks');
    expect((await thread.answer()).text).toMatch(/^I can read nothing in this paste\./);
  });

  test('that may begin with an alert which nobody asked about', async () => {
    const alert = slack.post({ text: CLOSED });
    const thread = createThread(slack, alert);
    thread.say(TIMEOUT);
    const answer = await thread.answer();
    expect(answer.text).toContain('gunicorn killed the worker');
    expect(wordsOf(answer)).toContain('nginx had a connection to the backend and sent the request');
  });

  test('that may begin with an alert of two errors, which are named without lines that nobody sees', async () => {
    const alert = slack.post({ text: `${CLOSED}\n${REFUSED}` });
    const thread = createThread(slack, alert);
    thread.say(TIMEOUT);
    const answer = await thread.answer();
    expect(`${answer.text} ${wordsOf(answer)}`).toContain('an earlier paste');
    expect(`${answer.text} ${wordsOf(answer)}`).not.toMatch(/lines \)|undefined|line 0/);
    await slack.click(answer, 'nginx-why:all-causes');
    const all = await thread.answer();
    expect(`${all.text} ${wordsOf(all)}`).not.toMatch(/lines {2}|undefined|line 0/);
    await slack.updates.next();
  });

  test('that is not known in another thread, nor in another channel', async () => {
    const first = slack.post({ mention: true, text: CLOSED });
    await createThread(slack, first).answer();
    for (const place of [{}, { channel: DM }]) {
      const other = createThread(slack, slack.post({ ...place, mention: !('channel' in place), text: TIMEOUT }));
      expect((await other.answer()).text).toContain('I see no nginx log line');
    }
  });

  test('in which two pastes at the same time are both counted', async () => {
    const question = slack.post({ mention: true, text: CLOSED });
    const thread = createThread(slack, question);
    await thread.answer();
    thread.say(TIMEOUT);
    thread.say(REFUSED);
    const answers = [await thread.answer(), await thread.answer()].map(({ text }) => text).join('\n');
    expect(answers).toContain(DECIDED);
    expect(answers).toContain('Another error');
  });

  test('in which a paste that attacks comes second, and nothing of it comes alive', async () => {
    const question = slack.post({ mention: true, text: CLOSED });
    const thread = createThread(slack, question);
    await thread.answer();
    const hostile = CLOSED.replace('/reports/yearly', '/<!channel>`$(reboot)`<https://evil.example|x>').replace(
      '*1 ',
      '*2 ',
    );
    slack.upload({ mention: true, thread: question, name: 'error.log', content: `${hostile}\n${TIMEOUT}` });
    const followUp = await thread.answer();
    expect(followUp.text).toContain('gunicorn killed the worker');
    expect(liveMarkup(followUp)).toEqual([]);
    await slack.click(followUp, 'nginx-why:all-causes');
    expect(liveMarkup(await thread.answer())).toEqual([]);
    await slack.updates.next();
  });

  test('in which "I applied it" and a request by hand tell that it is fixed', async () => {
    const question = slack.post({ mention: true, text: `${CLOSED}\n${TIMEOUT}` });
    const thread = createThread(slack, question);
    const answer = await thread.answer();
    await slack.click(answer, 'nginx-why:applied');
    const noted = await thread.answer();
    expect(noted.text).toMatch(/^The fix was applied at \d\d:\d\d:\d\d UTC\./);
    expect(wordsOf(noted)).toContain('curl -sS');
    expect(buttonsOf(await slack.updates.next())).not.toContain('nginx-why:applied');
    thread.say('200 after 0.412 s');
    expect((await thread.answer()).text).toMatch(/^Looks fixed: 1 request for GET \/reports\/yearly got through/);
    thread.say('502 after 30.004 s');
    const failing = await thread.answer();
    expect(failing.text).toMatch(/^Still failing: the request that you made got a 502 \(line 1\)/);
    expect(wordsOf(failing)).toContain('502 after 30.004 s');
  });

  test('in which a reload and silence are not enough', async () => {
    const question = slack.post({ mention: true, text: CLOSED });
    const thread = createThread(slack, question);
    await thread.answer();
    thread.say('2026/11/22 10:30:00 [notice] 1#1: start worker processes');
    const verdict = await thread.answer();
    expect(verdict.text).toMatch(
      /^Not decidable yet: these lines hold no request for GET \/reports\/yearly since nginx took/,
    );
    expect(wordsOf(verdict)).toContain('curl -sS');
  });

  test('from which what somebody deletes is forgotten', async () => {
    const question = slack.post({ channel: DM, text: CLOSED });
    const thread = createThread(slack, question);
    await thread.answer();
    const slip = thread.say(TIMEOUT);
    expect((await thread.answer()).text).toContain(DECIDED);
    slack.remove(slip);
    thread.say('[2026-11-22 10:15:43 +0000] [8] [INFO] Booting worker with pid: 29210');
    expect((await thread.answer()).text).not.toContain('gunicorn killed the worker');
  });
});

describe('with a file, a restart forgets nothing', () => {
  test('neither the case, nor what its buttons open, nor that a paste was answered', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'nginx-why-'));
    const store = { STORE_FILE: join(folder, 'cases.db') };
    const slack = await startFakeSlack();
    const first = await runBot(slack, 'socket', store);
    const question = slack.post({ mention: true, text: CLOSED });
    const thread = createThread(slack, question);
    await thread.answer();
    const { envelope } = await slack.dispatched.next(({ envelope }) => JSON.stringify(envelope).includes(question.ts));
    expect(await first.stop()).toBe(0);

    const second = await runBot(slack, 'socket', store);
    await slack.redeliver(envelope, { attempt: 1, reason: 'timeout' });
    thread.say(TIMEOUT);
    const followUp = await thread.answer();
    expect(followUp.text).toContain(DECIDED);
    await slack.click(followUp, 'nginx-why:fixed');
    await slack.updates.next(({ blocks }) => wordsOf({ blocks }).includes('says that this fixed it'));
    await second.stop();

    const third = await runBot(slack, 'socket', store);
    await slack.click(followUp, 'nginx-why:all-causes');
    expect((await thread.answer()).text).toContain('1. gunicorn killed the worker');
    await third.stop();

    const tokens = { SLACK_BOT_TOKEN: slack.tokens.bot, SLACK_APP_TOKEN: slack.tokens.app };
    const counts = spawnBot({ ...tokens, ...store }, '--feedback');
    expect(await counts.exited).toBe(0);
    expect(counts.lines.at(-1)).toBe('      1       0  upstream-prematurely-closed gunicorn-worker-timeout');
    const database = new DatabaseSync(store.STORE_FILE);
    const held = JSON.stringify(database.prepare('SELECT * FROM case_steps').all());
    for (const pasted of ['192.0.2.17', '29116', 'from=2025', 'WORKER TIMEOUT (pid:29'])
      expect(held).not.toContain(pasted);
    expect(database.prepare('SELECT * FROM feedback').all()).toEqual([
      { entry: 'upstream-prematurely-closed', cause: 'gunicorn-worker-timeout', verdict: 'fixed', count: 1 },
    ]);
    database.close();
    await slack.stop();
    rmSync(folder, { recursive: true });
  });

  test('without one it says that it does', async () => {
    const slack = await startFakeSlack();
    const first = await runBot(slack, 'socket');
    await first.logged('store in memory: a restart forgets all cases');
    const question = slack.post({ mention: true, text: CLOSED });
    const thread = createThread(slack, question);
    await thread.answer();
    thread.say(TIMEOUT);
    const followUp = await thread.answer();
    await first.stop();
    const second = await runBot(slack, 'socket');
    await slack.click(followUp, 'nginx-why:all-causes');
    expect((await slack.ephemerals.next()).text).toContain('I no longer know what came before');
    await second.stop();
    await slack.stop();
  });

  test('that cannot be opened the bot does not start, and says what to do', async () => {
    const slack = await startFakeSlack();
    await expect(runBot(slack, 'socket', { STORE_FILE: '/does/not/exist/cases.db' })).rejects.toThrow(
      'STORE_FILE /does/not/exist/cases.db: the folder /does/not/exist does not exist. Create it',
    );
    await slack.stop();
  });
});

test('a paste whose answer could not be posted is not part of the case', async () => {
  const slack = await startFakeSlack();
  const bot = await runBot(slack, 'socket');
  const question = slack.post({ mention: true, text: CLOSED });
  const thread = createThread(slack, question);
  await thread.answer();
  slack.faults.plan('chat.postMessage', { kind: 'error', code: 'invalid_arguments' });
  thread.say(TIMEOUT);
  expect((await thread.answer()).text).toContain('Something broke on my side');
  thread.say(TIMEOUT);
  expect((await thread.answer()).text).toContain(DECIDED);
  await bot.stop();
  await slack.stop();
});
