import type { webApi } from '@slack/bolt';
import { z } from 'zod';
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

/** A longer one is refused as `alt_txt_too_large`. */
const LONGEST_ALT = 1_000;

const PlaceSchema = z.object({ upload_url: z.url({ protocol: /^https?$/ }), file_id: z.string() });

/** Takes the three steps of an upload itself, because the client's `filesUploadV2` names the words for screen readers `alt_text`,
 * which Slack passes over: the method takes `alt_txt`, and image blocks `alt_text`. Slack takes it for pictures only; text files
 * that have it may be uploaded and never shown. `timeoutMs` is for sending the picture.
 * Sources: https://docs.slack.dev/reference/methods/files.getUploadURLExternal, python-slack-sdk issue 1818. */
export function createUploadImage(client: webApi.WebClient, makeCall: MakeCall, timeoutMs: number): UploadImage {
  return async ({ channel, thread, filename, title, alt, png }) => {
    const run = async (): Promise<void> => {
      const alt_txt = alt.slice(0, LONGEST_ALT);
      const asked = await client.apiCall('files.getUploadURLExternal', { filename, length: png.length, alt_txt });
      const { upload_url, file_id: id } = PlaceSchema.parse(asked);
      await send(upload_url, png, timeoutMs);
      await client.files.completeUploadExternal({ files: [{ id, title }], channel_id: channel, thread_ts: thread });
    };
    await makeCall({ method: 'files.upload', channel, repeatable: false, run });
  };
}

/** The address is good for this one file, and needs no token. */
async function send(url: string, png: Uint8Array, timeoutMs: number): Promise<void> {
  const signal = AbortSignal.timeout(timeoutMs);
  const response = await fetch(url, { method: 'POST', body: Uint8Array.from(png), redirect: 'error', signal });
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`Slack's file host did not take the picture (status ${response.status})`);
}
