import type { webApi } from '@slack/bolt';
import type { MakeCall } from '../outgoing/slack-calls.ts';

/** Shows in a thread that something is being written, or that it is no longer. Only a courtesy: where Slack refuses it, nothing is
 * missing; the call's failure is counted like any other. */
export type ShowStatus = (channel: string, thread: string, isWriting: boolean) => Promise<void>;

export function createShowStatus(client: webApi.WebClient, makeCall: MakeCall): ShowStatus {
  return async (channel, thread, isWriting) => {
    const status = isWriting ? 'is writing an explanation' : '';
    const run = () => client.assistant.threads.setStatus({ channel_id: channel, thread_ts: thread, status });
    // a failure is counted by makeCall, and nobody waits for a status
    await makeCall({ method: 'assistant.threads.setStatus', channel, repeatable: false, run }).catch(() => null);
  };
}
