import type { AllMiddlewareArgs, BlockAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import type { SentMemory } from '../explaining/sent-memory.ts';
import type { Respond } from '../outgoing/respond.ts';
import { toSent } from '../views/explanation.ts';
import { parseClick } from './click.ts';
import { toSentence } from './say-so.ts';

type Press = AllMiddlewareArgs & SlackActionMiddlewareArgs<BlockAction>;

const FORGOTTEN =
  'I was restarted since, and what was sent is kept in memory only. Ask for the explanation again to see it.';

/** “What was sent”: the exact request to the model, for the eyes of who asks. */
export function onSent(sent: SentMemory, respond: Respond) {
  return async ({ body, ack }: Press): Promise<void> => {
    await ack();
    const click = parseClick(body);
    if (!click) return;
    const text = sent.recall(click.value);
    await respond(click.responseUrl, text === null ? toSentence(FORGOTTEN) : toSent(text), 'asker', click.thread);
  };
}
