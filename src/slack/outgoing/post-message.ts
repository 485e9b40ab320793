import type { webApi } from '@slack/bolt';
import { classifyFailure } from './call-outcome.ts';
import { asFile, type Fitted, fitMessage } from './fit-message.ts';
import { createPostOnce, type Post } from './post-once.ts';
import type { MakeCall } from './slack-calls.ts';
import { createUploadText } from './upload-text.ts';

/** Posts a message into a thread in a form that Slack takes: split or as a file where it is over a limit, and in plain
 * words where Slack refuses its blocks after all. */
export type PostMessage = (post: Post) => Promise<void>;

const REFUSED_BLOCKS: ReadonlySet<string> = new Set([
  'invalid_blocks',
  'invalid_blocks_format',
  'msg_blocks_too_long',
  'msg_too_long',
]);
const FILE_NAME = 'nginx-why.txt';

export function createPostMessage(client: webApi.WebClient, makeCall: MakeCall): PostMessage {
  const postOnce = createPostOnce(client, makeCall);
  const uploadText = createUploadText(client, makeCall);

  async function postFitted(post: Post, fitted: Fitted): Promise<void> {
    if (fitted.kind === 'file') return postFile(post, fitted);
    for (const [index, message] of fitted.messages.entries()) {
      await postOnce({ ...post, message, key: index === 0 ? post.key : `${post.key}/${index}` });
    }
  }

  /** Without the right to upload, the words alone are better than nothing. */
  async function postFile(post: Post, { message, content }: Extract<Fitted, { kind: 'file' }>): Promise<void> {
    const { channel, thread } = post;
    try {
      await uploadText({ channel, thread, comment: message.text, filename: FILE_NAME, content });
    } catch (error) {
      if (classifyFailure(error).kind !== 'refused') throw error;
      await postOnce({ ...post, message, key: `${post.key}/text` });
    }
  }

  return async (post) => {
    try {
      await postFitted(post, fitMessage(post.message));
    } catch (error) {
      const failure = classifyFailure(error);
      if (failure.kind !== 'refused' || !REFUSED_BLOCKS.has(failure.code)) throw error;
      await postFitted(post, asFile(post.message));
    }
  };
}
