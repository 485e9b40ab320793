import type { App, webApi } from '@slack/bolt';
import { z } from 'zod';
import type { CaseBook } from '../core/case/case-book.ts';
import type { Explaining } from './explaining/explain-port.ts';
import { createOpenMessageStream } from './explaining/message-stream.ts';
import { createRunning } from './explaining/running.ts';
import { createSentMemory } from './explaining/sent-memory.ts';
import { createShowStatus } from './explaining/show-status.ts';
import { type DownloadRules, downloadFile } from './incoming/download-file.ts';
import { createInTurn } from './incoming/in-turn.ts';
import { createAnswerEdit } from './listeners/answer-edit.ts';
import { createAnswerPrivately } from './listeners/answer-privately.ts';
import { apologising } from './listeners/apologise.ts';
import { createCaseAnswers } from './listeners/case-answers.ts';
import {
  type Answer,
  createDraftAnswer,
  createExplainMessage,
  createPostAnswer,
  type ReadCasePaste,
} from './listeners/explain.ts';
import { createRememberApplied, onApplied } from './listeners/on-applied.ts';
import { onCommand } from './listeners/on-command.ts';
import { onDirectMessage } from './listeners/on-direct-message.ts';
import { onExample } from './listeners/on-example.ts';
import { onExplain, onStopExplaining } from './listeners/on-explain.ts';
import { onExplanationFeedback } from './listeners/on-explanation-feedback.ts';
import { onFeedback } from './listeners/on-feedback.ts';
import { onMention } from './listeners/on-mention.ts';
import { onMore } from './listeners/on-more.ts';
import { onPasteModal } from './listeners/on-paste-modal.ts';
import { onSent } from './listeners/on-sent.ts';
import { onShare } from './listeners/on-share.ts';
import { onShortcut } from './listeners/on-shortcut.ts';
import { createOpenRest } from './listeners/open-rest.ts';
import { createPostPlot, type Plotting } from './listeners/post-plot.ts';
import { createRecallReply } from './listeners/recall-reply.ts';
import type { Observe } from './observe.ts';
import type { OutgoingMessage } from './outgoing/message.ts';
import { createPostMessage } from './outgoing/post-message.ts';
import { createReplaceMessage } from './outgoing/replace-message.ts';
import { createRespond } from './outgoing/respond.ts';
import { createMakeCall } from './outgoing/slack-calls.ts';
import { createUploadImage } from './outgoing/upload-image.ts';
import { createFindAnswer } from './recall/find-answer.ts';
import { createPasteMemory } from './recall/paste-memory.ts';
import { createReadMessage } from './recall/read-message.ts';
import { createRecallPaste } from './recall/recall-paste.ts';
import { ACTIONS, COMMAND, PASTE_MODAL, SHORTCUT } from './views/actions.ts';
import { toFullAnswer } from './views/full-answer.ts';
import { toHelp } from './views/help.ts';
import { toVerifyAnswer } from './views/verify-answer.ts';
import type { Identity } from './who-am-i.ts';

const InteractionSchema = z.object({ response_url: z.string() });
const SubmissionSchema = z.object({ view: z.object({ private_metadata: z.string() }) });

/** The engine, as far as Slack needs it. */
export interface SlackEngine {
  readonly answer: Answer;
  readonly read: ReadCasePaste;
}

/** Wires every way to ask to the engine and to the cases. */
export function createListeners(
  app: App,
  client: webApi.WebClient,
  { answer, read }: SlackEngine,
  book: CaseBook,
  { botId, teamId }: Identity,
  downloads: DownloadRules,
  observe: Observe,
  explaining: Explaining | null,
  plotting: Plotting,
): void {
  const makeCall = createMakeCall(observe.onCalled);
  const respond = createRespond(makeCall, downloads.timeoutMs);
  const postMessage = createPostMessage(client, makeCall);
  const memory = createPasteMemory();
  const readMessage = createReadMessage(client, makeCall);
  const readFile = (file: Parameters<typeof downloadFile>[0]) => downloadFile(file, downloads);
  const recallPaste = createRecallPaste(memory, readMessage, readFile);
  const cases = createCaseAnswers(book, teamId);
  const explain = createExplainMessage(read, readFile, recallPaste, botId);
  const draftAnswer = createDraftAnswer(memory, cases, (channel) => explaining?.isOnIn(channel) ?? false);
  const postPlot = createPostPlot(createUploadImage(client, makeCall, downloads.timeoutMs), plotting);
  const postAnswer = createPostAnswer(postMessage, draftAnswer, cases, postPlot);
  const replaceMessage = createReplaceMessage(client, makeCall);
  const answerEdit = createAnswerEdit(
    read,
    memory,
    cases,
    draftAnswer,
    createFindAnswer(client, makeCall, botId),
    replaceMessage,
    postMessage,
    postPlot,
  );
  const inTurn = createInTurn();
  const answerPrivately = createAnswerPrivately(answer, respond, memory, explaining !== null);
  const recallReply = createRecallReply(read, recallPaste, cases, respond);
  const remember = createRememberApplied(read, recallPaste, cases);
  const help = toHelp((explaining?.languages ?? []).map(({ code }) => code));
  const openRest = createOpenRest(postMessage, respond);

  const inThread = (
    { event }: { event: { channel: string; ts: string; thread_ts?: string } },
    message: OutgoingMessage,
  ) =>
    postMessage({ channel: event.channel, thread: event.thread_ts ?? event.ts, message, key: `apology ${event.ts}` });
  const byUrl = ({ body }: { body: unknown }, message: OutgoingMessage) =>
    respond(InteractionSchema.parse(body).response_url, message, 'asker');
  const byMetadata = ({ body }: { body: unknown }, message: OutgoingMessage) =>
    respond(SubmissionSchema.parse(body).view.private_metadata, message, 'asker');

  app.event(
    'app_mention',
    apologising(
      'mention',
      observe,
      onMention(explain, postAnswer, answerEdit, postMessage, readMessage, cases, help, inTurn, observe),
      inThread,
    ),
  );
  app.event(
    'message',
    apologising(
      'direct-message',
      observe,
      onDirectMessage(explain, postAnswer, answerEdit, postMessage, cases, help, inTurn, observe),
      inThread,
    ),
  );
  app.command(
    COMMAND,
    apologising(
      'command',
      observe,
      onCommand(client, makeCall, respond, answerPrivately, help, observe, explaining),
      byUrl,
    ),
  );
  app.view(PASTE_MODAL, apologising('modal', observe, onPasteModal(readFile, answerPrivately, observe), byMetadata));
  app.shortcut(SHORTCUT, apologising('shortcut', observe, onShortcut(explain, postAnswer, respond, observe), byUrl));
  const press = (listener: ReturnType<typeof onMore>) => apologising('button', observe, listener, byUrl);
  app.action(ACTIONS.allCauses, press(onMore(toFullAnswer, recallReply, openRest, respond, observe)));
  app.action(ACTIONS.verify, press(onMore(toVerifyAnswer, recallReply, openRest, respond, observe)));
  app.action(ACTIONS.applied, press(onApplied(remember, recallReply, openRest, respond, observe)));
  app.action(ACTIONS.fixed, press(onFeedback('fixed', remember, recallReply, openRest, respond, observe)));
  app.action(ACTIONS.notIt, press(onFeedback('not-it', remember, recallReply, openRest, respond, observe)));
  app.action(ACTIONS.share, press(onShare(recallReply, respond, observe)));
  app.action(ACTIONS.example, press(onExample(answer, respond)));
  if (!explaining) return;
  const sent = createSentMemory();
  const parts = {
    explaining,
    running: createRunning(),
    sent,
    openStream: createOpenMessageStream(client, makeCall, postMessage, replaceMessage),
    showStatus: createShowStatus(client, makeCall),
  };
  app.action(ACTIONS.explain, press(onExplain(parts, recallReply, respond)));
  app.action(ACTIONS.stopExplaining, press(onStopExplaining(parts, recallReply, respond)));
  app.action(ACTIONS.sent, press(onSent(sent, respond)));
  app.action(ACTIONS.explanationFeedback, press(onExplanationFeedback(observe)));
}
