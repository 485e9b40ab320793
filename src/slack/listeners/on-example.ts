import type { AllMiddlewareArgs, BlockAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import type { Respond } from '../outgoing/respond.ts';
import { EXAMPLE_PASTE, toExample } from '../views/example.ts';
import { parseClick } from './click.ts';
import type { Answer } from './explain.ts';

type Press = AllMiddlewareArgs & SlackActionMiddlewareArgs<BlockAction>;

/** “Show an example”, to the person who pressed it. */
export function onExample(answer: Answer, respond: Respond) {
  return async ({ body, ack }: Press): Promise<void> => {
    await ack();
    const click = parseClick(body);
    if (click) await respond(click.responseUrl, toExample(answer(EXAMPLE_PASTE)), 'asker', click.thread);
  };
}
