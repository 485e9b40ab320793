import type { Timeline } from '../../core/timeline/timeline.ts';
import { classifyFailure } from '../outgoing/call-outcome.ts';
import type { UploadImage } from '../outgoing/upload-image.ts';

/** What draws a timeline: the picture, and the same in words. */
export interface Plotting {
  readonly draw: (timeline: Timeline) => Promise<Uint8Array>;
  readonly describe: (timeline: Timeline) => string;
  /** What a shutdown waits for. */
  readonly track: (work: Promise<void>) => Promise<void>;
  /** Told of a picture that could not be drawn; its answer stands already. */
  readonly onFailed: (error: unknown) => void;
}

/** Starts to draw the plot of an answer and posts it below. Nobody waits for it, and where the app may not upload files there is none. */
export type PostPlot = (channel: string, thread: string, timeline: Timeline) => void;

export function createPostPlot(uploadImage: UploadImage, { draw, describe, track, onFailed }: Plotting): PostPlot {
  const post = async (channel: string, thread: string, timeline: Timeline): Promise<void> => {
    try {
      const png = await draw(timeline);
      const title = 'When it happened';
      await uploadImage({ channel, thread, filename: 'timeline.png', title, alt: describe(timeline), png });
    } catch (error) {
      if (classifyFailure(error).kind !== 'refused') onFailed(error);
    }
  };
  return (channel, thread, timeline) => void track(post(channel, thread, timeline));
}
