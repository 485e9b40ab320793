import type { FakeSlack } from '../test/fake-slack/start-fake-slack.ts';
import { DM, type Message } from '../test/fake-slack/workspace.ts';
import type { Example } from './examples.ts';

/** What somebody pasted, and what the bot answered. */
export interface Step {
  readonly paste: string;
  readonly answer: Promise<Message>;
}

const ANSWER_MS = 10_000;

/** Pastes an example as a person does: the lines, and in the thread, each when the one before was answered, what follows. The first
 * paste is made at once; the rest with the steps that are taken. */
export function pasteExample(
  slack: FakeSlack,
  { paste, next = [] }: Example,
  channel: string,
): { readonly root: Message; readonly steps: AsyncIterable<Step> } {
  const mention = channel !== DM;
  const root = slack.post({ channel, text: paste, mention });
  const answer = () => slack.nextMessage(({ thread }) => thread === root.ts, ANSWER_MS);

  async function* follow(): AsyncIterable<Step> {
    const first = answer();
    yield { paste, answer: first };
    await first;
    for (const text of next) {
      const following = answer();
      slack.post({ channel, text, mention, thread: root });
      yield { paste: text, answer: following };
      await following;
    }
  }
  return { root, steps: follow() };
}

/** Resolves when everything of an example was pasted and answered. */
export async function finishExample(steps: AsyncIterable<Step>): Promise<void> {
  for await (const { answer } of steps) await answer;
}
