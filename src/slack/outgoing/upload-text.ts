import type { webApi } from '@slack/bolt';
import { escapeText } from './message.ts';
import type { MakeCall } from './slack-calls.ts';

export interface Upload {
  readonly channel: string;
  readonly thread: string;
  readonly comment: string;
  readonly filename: string;
  readonly content: string;
}

/** Uploads a text into a thread; needs the scope `files:write`. */
export type UploadText = (upload: Upload) => Promise<void>;

export function createUploadText(client: webApi.WebClient, makeCall: MakeCall): UploadText {
  return async ({ channel, thread, comment, filename, content }) => {
    const run = () =>
      client.filesUploadV2({
        channel_id: channel,
        thread_ts: thread,
        initial_comment: escapeText(comment),
        filename,
        title: filename,
        content,
      });
    await makeCall({ method: 'files.upload', channel, repeatable: false, run });
  };
}
