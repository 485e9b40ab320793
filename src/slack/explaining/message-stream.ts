import type { webApi } from '@slack/bolt';
import type { ExplanationPart } from '../../core/reply/explanation-part.ts';
import { classifyFailure } from '../outgoing/call-outcome.ts';
import { escapeText, type OutgoingMessage } from '../outgoing/message.ts';
import type { PostMessage } from '../outgoing/post-message.ts';
import type { ReplaceMessage } from '../outgoing/replace-message.ts';
import type { MakeCall } from '../outgoing/slack-calls.ts';
import { explanationFooter, explanationHead, toExplanation, toMarkdown, toWithdrawn } from '../views/explanation.ts';

/** Where an explanation is written, and for whom. */
export interface StreamPlace {
  readonly team: string;
  readonly channel: string;
  readonly thread: string;
  readonly user: string;
  readonly model: string;
}

/** One message that grows by sentences. Calls may follow each other at any speed: they are made one after the other. */
export interface MessageStream {
  readonly add: (sentence: readonly ExplanationPart[]) => void;
  /** Ends it with its footer; `sent` is the value of the button that shows what was sent. */
  readonly finish: (sent: string | null, note: string) => Promise<void>;
  /** Puts words in the place of everything that was shown. False when nothing was shown. */
  readonly takeBack: (why: string) => Promise<boolean>;
}

/** Starts a stream in a thread; nothing is posted before the first sentence. Where Slack has no streams (an old plan, a scope that
 * is missing, a stream that it ended by itself), the explanation becomes one message. */
export type OpenMessageStream = (place: StreamPlace) => MessageStream;

export function createOpenMessageStream(
  client: webApi.WebClient,
  makeCall: MakeCall,
  postMessage: PostMessage,
  replaceMessage: ReplaceMessage,
): OpenMessageStream {
  return (place) => {
    const { channel, thread, team, user, model } = place;
    const sentences: (readonly ExplanationPart[])[] = [];
    let ts: string | null = null;
    let canStream = true;
    let last: Promise<void> = Promise.resolve();

    async function start(markdown: string): Promise<void> {
      const run = () =>
        client.chat.startStream({
          channel,
          thread_ts: thread,
          recipient_team_id: team,
          recipient_user_id: user,
          markdown_text: `**${escapeText(explanationHead(model))}**\n${markdown}`,
        });
      ts = (await makeCall({ method: 'chat.startStream', channel, repeatable: false, run })).ts ?? null;
    }

    async function append(markdown: string): Promise<void> {
      const at = ts;
      if (at === null) return start(markdown);
      const run = () => client.chat.appendStream({ channel, ts: at, markdown_text: ` ${markdown}` });
      await makeCall({ method: 'chat.appendStream', channel, repeatable: false, run });
    }

    /** A refusal ends the streaming, and what was said so far is posted at the end. */
    async function tryTo(stream: () => Promise<void>): Promise<void> {
      if (!canStream) return;
      try {
        await stream();
      } catch (error) {
        if (classifyFailure(error).kind === 'rate-limited') throw error;
        canStream = false;
      }
    }

    async function stop(blocks: OutgoingMessage['blocks']): Promise<void> {
      const at = ts;
      if (at === null) return;
      const run = () => client.chat.stopStream({ channel, ts: at, blocks: [...blocks] });
      await makeCall({ method: 'chat.stopStream', channel, repeatable: false, run });
    }

    return {
      add(sentence) {
        sentences.push(sentence);
        last = last.then(() => tryTo(() => append(toMarkdown(sentence))));
      },
      async finish(sent, note) {
        await last;
        const at = ts;
        if (sentences.length === 0) return;
        await tryTo(() => stop(explanationFooter(sent, note)));
        const whole = toExplanation(sentences, model, sent, note);
        if (at === null) await postMessage({ channel, thread, message: whole, key: `explanation ${sent}` });
        else if (!canStream) await replaceMessage(channel, at, whole);
      },
      async takeBack(why) {
        await last;
        const at = ts;
        if (at === null) return false;
        await tryTo(() => stop([]));
        await replaceMessage(channel, at, toWithdrawn(why));
        return true;
      },
    };
  };
}
