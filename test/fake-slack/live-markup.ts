import { isObject } from './json.ts';

const LIVE = /<(?:@[UW]\w*|#C\w*|![a-z]+|https?:|mailto:)[^>]*>/g;

/** Mentions, broadcasts and links in a sent payload that Slack would bring to life: in its `text`, in mrkdwn objects
 * and in markdown blocks. Plain text and rich text are never parsed. */
export function liveMarkup(payload: unknown): readonly string[] {
  if (Array.isArray(payload)) return payload.flatMap((item: unknown) => liveMarkup(item));
  if (!isObject(payload)) return [];
  const parsed =
    payload.type === undefined ||
    payload.type === 'message' ||
    payload.type === 'mrkdwn' ||
    payload.type === 'markdown';
  return Object.entries(payload).flatMap(([key, value]) => {
    const isText = key === 'text' || key === 'markdown_text' || key === 'initial_comment';
    if (isText && typeof value === 'string') return parsed ? (value.match(LIVE) ?? []) : [];
    return liveMarkup(value);
  });
}
