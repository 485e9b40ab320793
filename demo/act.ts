import { z } from 'zod';
import { type JsonObject, objectAt } from '../test/fake-slack/json.ts';
import type { FakeSlack } from '../test/fake-slack/start-fake-slack.ts';
import { DM, findMessage, type Message, OPS } from '../test/fake-slack/workspace.ts';
import { EXAMPLES } from './examples.ts';
import type { ModalStack } from './modal-stack.ts';
import { finishExample, pasteExample } from './paste-example.ts';

const Place = { channel: z.enum([OPS, DM]), thread: z.string().nullable() };
const File = z.object({ name: z.string().max(255), content: z.string().max(1_000_000) });

/** What a person does on the page. */
export const Act = z.discriminatedUnion('do', [
  z.object({ do: z.literal('post'), ...Place, text: z.string().max(200_000), mention: z.boolean() }),
  z.object({ do: z.literal('example'), channel: z.enum([OPS, DM]), id: z.string() }),
  z.object({ do: z.literal('upload'), ...Place, file: File }),
  z.object({ do: z.literal('shortcut'), channel: z.enum([OPS, DM]), ts: z.string() }),
  z.object({
    do: z.literal('click'),
    channel: z.enum([OPS, DM]),
    ts: z.string(),
    actionId: z.string(),
    value: z.string().optional(),
  }),
  z.object({ do: z.literal('click-in-modal'), actionId: z.string() }),
  z.object({ do: z.literal('submit'), values: z.record(z.string(), z.union([z.string(), z.array(File)])) }),
  z.object({ do: z.literal('close-modal') }),
]);
export type Act = z.infer<typeof Act>;

/** What came of it: the message that was written, errors of a modal's inputs by block id, or a problem in words. */
export interface Outcome {
  readonly ts: string | null;
  readonly errors: Readonly<Record<string, unknown>>;
  readonly problem: string | null;
}

const MESSAGE_SHORTCUT = 'why-this-nginx-error';
const NOTHING: Outcome = { ts: null, errors: {}, problem: null };
/** Slack turns a longer message into a snippet. */
const SNIPPET_FROM = 12_000;

/** Does what Anna did. A bot that doesn't answer in time becomes a problem in words, as Slack shows it. */
export async function perform(act: Act, slack: FakeSlack, modals: ModalStack): Promise<Outcome> {
  try {
    return await attempt(act, slack, modals);
  } catch (error) {
    return {
      ...NOTHING,
      problem: `nginx-why did not respond: ${error instanceof Error ? error.message : String(error)}`,
    };
  }
}

async function attempt(act: Act, slack: FakeSlack, modals: ModalStack): Promise<Outcome> {
  switch (act.do) {
    case 'post':
      return post(act, slack);
    case 'example':
      return { ...NOTHING, ts: example(act, slack) };
    case 'upload':
      return { ...NOTHING, ts: upload(act, act.file, slack).ts };
    case 'shortcut':
      await slack.messageShortcut(messageAt(act, slack), MESSAGE_SHORTCUT);
      return NOTHING;
    case 'click':
      await slack.click(messageAt(act, slack), act.actionId, act.value);
      return NOTHING;
    case 'click-in-modal':
      await slack.click(modals.top() ?? {}, act.actionId);
      return NOTHING;
    case 'submit':
      return submit(act.values, slack, modals);
    case 'close-modal':
      modals.close();
      return NOTHING;
  }
}

async function post(act: Extract<Act, { do: 'post' }>, slack: FakeSlack): Promise<Outcome> {
  const { channel, text } = act;
  const command = /^\/nginx-why(?:\s+([\s\S]*))?$/.exec(text);
  if (command && act.thread !== null) return { ...NOTHING, problem: 'Slack has no slash commands in threads.' };
  if (command) {
    await slack.command({ channel, text: command[1] ?? '' });
    return NOTHING;
  }
  if (text.length > SNIPPET_FROM)
    return { ...NOTHING, ts: upload(act, { name: 'paste.txt', content: text }, slack).ts };
  const mention = act.mention && channel !== DM;
  return { ...NOTHING, ts: slack.post({ channel, text, mention, ...threadOf(act, slack) }).ts };
}

/** The follow-ups of an example are pasted while the person watches. */
function example({ channel, id }: Extract<Act, { do: 'example' }>, slack: FakeSlack): string {
  const found = EXAMPLES.find((one) => one.id === id);
  if (!found) throw new Error('there is no such example');
  const { root, steps } = pasteExample(slack, found, channel);
  void finishExample(steps).catch((error: unknown) => console.error(`An example was not answered: ${String(error)}`));
  return root.ts;
}

function upload(
  act: { channel: string; thread: string | null },
  file: z.infer<typeof File>,
  slack: FakeSlack,
): Message {
  const mention = act.channel !== DM;
  return slack.upload({ channel: act.channel, text: '', mention, ...file, ...threadOf(act, slack) });
}

function threadOf(act: { channel: string; thread: string | null }, slack: FakeSlack): { thread?: Message } {
  const thread = act.thread === null ? null : findMessage(slack.workspace, act.channel, act.thread);
  return thread ? { thread } : {};
}

function messageAt({ channel, ts }: { channel: string; ts: string }, slack: FakeSlack): Message {
  const message = findMessage(slack.workspace, channel, ts);
  if (!message) throw new Error('that message is gone');
  return message;
}

async function submit(
  values: Extract<Act, { do: 'submit' }>['values'],
  slack: FakeSlack,
  modals: ModalStack,
): Promise<Outcome> {
  const view: JsonObject = modals.top() ?? {};
  const ack = await slack.submit(view, values);
  if (ack.response_action === 'errors') return { ...NOTHING, errors: objectAt(ack, 'errors') };
  if (ack.response_action === 'clear') modals.clear();
  else if (ack.response_action === undefined) modals.close();
  return NOTHING;
}
