import type { AllMiddlewareArgs, BlockAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import type { Reply } from '../../core/reply/reply.ts';
import type { Explaining } from '../explaining/explain-port.ts';
import type { MessageStream, OpenMessageStream } from '../explaining/message-stream.ts';
import type { Running } from '../explaining/running.ts';
import type { SentMemory } from '../explaining/sent-memory.ts';
import type { ShowStatus } from '../explaining/show-status.ts';
import type { Respond } from '../outgoing/respond.ts';
import { toExplanation } from '../views/explanation.ts';
import type { RowState } from '../views/row-state.ts';
import { toShortAnswer } from '../views/short-answer.ts';
import { type Click, parseClick } from './click.ts';
import type { RecallReply } from './recall-reply.ts';
import { toSentence } from './say-so.ts';

const OFF = 'Explanations by a model are off in this channel. Turn them on with `/nginx-why explain on`.';

type Press = AllMiddlewareArgs & SlackActionMiddlewareArgs<BlockAction>;

/** What “Explain” needs beside the listener's own wiring. */
export interface ExplainParts {
  readonly explaining: Explaining;
  readonly running: Running;
  readonly sent: SentMemory;
  readonly openStream: OpenMessageStream;
  readonly showStatus: ShowStatus;
}

/** “Explain”: a model's words below the answer, sentence by sentence. The button becomes “Stop” while it writes. The answer itself
 * stays as it is, whatever happens. */
export function onExplain(parts: ExplainParts, recallReply: RecallReply, respond: Respond) {
  return async ({ body, ack }: Press): Promise<void> => {
    await ack();
    const click = parseClick(body);
    const reply = click && (await recallReply(click));
    if (!reply) return;
    if (!parts.explaining.isOnIn(click.channel))
      return respond(click.responseUrl, toSentence(OFF), 'asker', click.thread);
    const stop = parts.running.start(keyOf(click));
    if (!stop) return;
    try {
      await explainTo(click, reply, stop, parts, recallReply, respond);
    } finally {
      parts.running.end(keyOf(click));
    }
  };
}

/** “Stop”: ends the request on the wire. After a restart there is nothing to end, and the button goes. */
export function onStopExplaining({ running }: ExplainParts, recallReply: RecallReply, respond: Respond) {
  return async ({ body, ack }: Press): Promise<void> => {
    await ack();
    const click = parseClick(body);
    if (!click || running.stop(keyOf(click))) return;
    const reply = await recallReply(click);
    if (reply) await showRow(click, reply, 'offered', respond);
  };
}

const keyOf = ({ channel, thread, value }: Click): string => `${channel} ${thread} ${value}`;

async function explainTo(
  click: Click,
  reply: Reply,
  stop: AbortSignal,
  parts: ExplainParts,
  recallReply: RecallReply,
  respond: Respond,
): Promise<void> {
  const { channel, thread, user, team } = click;
  const [answer] = reply.answers;
  if (!answer) return;
  const model = parts.explaining.model;
  const stream = thread === null ? null : parts.openStream({ team, channel, thread, user, model });
  let sent: string | null = null;
  if (thread !== null)
    await Promise.all([showRow(click, reply, 'running', respond), parts.showStatus(channel, thread, true)]);
  const end = await parts.explaining.explain({
    answer,
    team,
    channel,
    thread: thread ?? click.value,
    user,
    stop,
    onSent: (text) => {
      sent = parts.sent.remember(text);
    },
    onSentence: (sentence) => stream?.add(sentence),
  });
  if (thread !== null) await parts.showStatus(channel, thread, false);
  switch (end.kind) {
    case 'explained':
      if (stream) await stream.finish(sent, '');
      else await respond(click.responseUrl, toExplanation(end.sentences, model, sent, ''), 'asker');
      break;
    case 'stopped':
      await stream?.finish(sent, 'It was stopped before its end.');
      break;
    case 'withdrawn':
      await withdraw(end.words, stream, click, respond);
  }
  // the message may have been edited meanwhile, and its answer with it
  const now = thread === null ? null : await recallReply(click);
  if (now) await showRow(click, now, end.kind === 'explained' ? 'none' : 'offered', respond);
}

async function withdraw(why: string, stream: MessageStream | null, click: Click, respond: Respond): Promise<void> {
  const wasShown = stream ? await stream.takeBack(why) : false;
  if (!wasShown) await respond(click.responseUrl, toSentence(why), 'asker', click.thread);
}

async function showRow(
  click: Click,
  reply: Reply,
  explanation: RowState['explanation'],
  respond: Respond,
): Promise<void> {
  const row = { ...click.row, explanation };
  await respond(click.responseUrl, toShortAnswer(reply, { row, source: click.value, notices: [] }), 'replace');
}
