import type { AllMiddlewareArgs, BlockAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import type { Observe } from '../observe.ts';
import { parseClick } from './click.ts';

type Press = AllMiddlewareArgs & SlackActionMiddlewareArgs<BlockAction>;

/** Counts whether explanations help. Slack itself shows which thumb was pressed. */
export function onExplanationFeedback(observe: Observe) {
  return async ({ body, ack }: Press): Promise<void> => {
    await ack();
    const value = parseClick(body)?.value;
    if (value === 'helped' || value === 'did-not-help') observe.onExplanationFeedback(value);
  };
}
