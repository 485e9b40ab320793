import { HTTPReceiver, type Logger, type Receiver, SocketModeReceiver } from '@slack/bolt';
import { classifyFailure } from './outgoing/call-outcome.ts';
import { TokenRefusedError } from './token-refused-error.ts';

/** The way in which events arrive, and whether they can right now. */
export interface Intake {
  readonly receiver: Receiver;
  /** Resolves when events can arrive. */
  readonly start: () => Promise<void>;
  /** Takes nothing new; what arrived goes on. */
  readonly stop: () => Promise<void>;
  /** Null while events can arrive, else why not. */
  readonly trouble: () => string | null;
}

/** Events come over a WebSocket that we open. It gets options of its own: with the short retries of our other calls, one
 * outage of Slack would end its reconnecting for good. */
export function createSocketIntake(
  appToken: string,
  apiUrl: string,
  logger: Logger,
  onState: (up: boolean) => void,
): Intake {
  const receiver = new SocketModeReceiver({
    appToken,
    logger,
    installerOptions: { clientOptions: { slackApiUrl: apiUrl } },
  });
  let up = false;
  const set = (now: boolean) => () => {
    up = now;
    onState(now);
  };
  receiver.client.on('connected', set(true));
  for (const state of ['disconnecting', 'disconnected', 'reconnecting', 'connecting', 'close'])
    receiver.client.on(state, set(false));
  return {
    receiver,
    async start() {
      try {
        await receiver.start();
      } catch (error) {
        const failure = classifyFailure(error);
        throw failure.kind === 'refused' ? new TokenRefusedError('SLACK_APP_TOKEN', failure.code) : error;
      }
    },
    stop: () => receiver.stop(),
    trouble: () => (up ? null : 'The connection to Slack is down; it is being opened again.'),
  };
}

/** Events come as signed HTTP requests to `/slack/events`. `onListening` hears the port, also where 0 was asked for. */
export function createHttpIntake(
  signingSecret: string,
  port: number,
  logger: Logger,
  onListening: (port: number) => void,
): Intake {
  const receiver = new HTTPReceiver({ signingSecret, logger, port });
  let up = false;
  return {
    receiver,
    async start() {
      const server = await receiver.start(port);
      const address = server.address();
      up = true;
      onListening(typeof address === 'object' && address ? address.port : port);
    },
    async stop() {
      up = false;
      await receiver.stop();
    },
    trouble: () => (up ? null : 'The bot does not listen yet, or not any more.'),
  };
}
