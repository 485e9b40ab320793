import type { webApi } from '@slack/bolt';
import type { MakeCall } from './slack-calls.ts';

/** A picture for a thread. */
export interface ImageUpload {
  readonly channel: string;
  readonly thread: string;
  readonly filename: string;
  readonly title: string;
  /** The whole picture in words, for people who can't see it. */
  readonly alt: string;
  readonly png: Uint8Array;
}

/** Uploads a picture into a thread; needs the scope `files:write`. */
export type UploadImage = (upload: ImageUpload) => Promise<void>;

const LONGEST_ALT = 1_000;

export function createUploadImage(client: webApi.WebClient, makeCall: MakeCall): UploadImage {
  return async ({ channel, thread, filename, title, alt, png }) => {
    const run = () =>
      client.filesUploadV2({
        channel_id: channel,
        thread_ts: thread,
        file: Buffer.from(png),
        filename,
        title,
        alt_text: alt.slice(0, LONGEST_ALT),
      });
    await makeCall({ method: 'files.upload', channel, repeatable: false, run });
  };
}
