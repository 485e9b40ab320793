import { App, type Logger, type webApi } from '@slack/bolt';
import type { InFlight } from './in-flight.ts';
import { createDeduplicate } from './incoming/deduplicate.ts';
import { deliveryKeys } from './incoming/delivery-keys.ts';
import type { Intake } from './intake.ts';
import type { Observe } from './observe.ts';
import type { Identity } from './who-am-i.ts';

/** A Bolt app that knows itself (so it never asks Slack for that again), tracks its work, and takes each delivery once. */
export async function createApp(
  intake: Intake,
  botToken: string,
  { botId, botUserId }: Identity,
  clientOptions: webApi.WebClientOptions,
  logger: Logger,
  inFlight: InFlight,
  observe: Observe,
): Promise<App> {
  const app = new App({
    receiver: intake.receiver,
    token: botToken,
    botId,
    botUserId,
    tokenVerificationEnabled: false,
    deferInitialization: true,
    convoStore: false,
    clientOptions,
    logger,
  });
  const isFirst = createDeduplicate(() => performance.now());
  app.use(async (args) => {
    if (isFirst(deliveryKeys(args.body))) return inFlight.track(args.next());
    observe.onDuplicate();
    if ('ack' in args && typeof args.ack === 'function') await args.ack();
  });
  app.error(async (error) => observe.onFailed('bolt', error));
  await app.init();
  return app;
}
