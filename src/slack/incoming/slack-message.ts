import { z } from 'zod';

const SlackFileSchema = z.object({
  id: z.string(),
  name: z.string().nullish(),
  mimetype: z.string().nullish(),
  filetype: z.string().nullish(),
  mode: z.string().nullish(),
  size: z.number().nullish(),
  is_external: z.boolean().nullish(),
  url_private_download: z.string().nullish(),
  url_private: z.string().nullish(),
});
/** A file as a message, an event or files.info shows it. */
export type SlackFile = z.infer<typeof SlackFileSchema>;

const AttachmentSchema = z.object({
  title: z.string().nullish(),
  pretext: z.string().nullish(),
  text: z.string().nullish(),
  fallback: z.string().nullish(),
  fields: z.array(z.object({ title: z.string().nullish(), value: z.string().nullish() })).nullish(),
  blocks: z.array(z.unknown()).nullish(),
});
export type Attachment = z.infer<typeof AttachmentSchema>;

const SlackMessageSchema = z.object({
  ts: z.string(),
  thread_ts: z.string().nullish(),
  user: z.string().nullish(),
  bot_id: z.string().nullish(),
  client_msg_id: z.string().nullish(),
  subtype: z.string().nullish(),
  text: z.string().nullish(),
  blocks: z.array(z.unknown()).nullish(),
  attachments: z.array(AttachmentSchema).nullish(),
  files: z.array(SlackFileSchema).nullish(),
  edited: z.object({ ts: z.string() }).nullish(),
  metadata: z.object({ event_type: z.string(), event_payload: z.record(z.string(), z.unknown()) }).nullish(),
});
/** What we read of a message, whether it came as an event, in a shortcut's payload or from conversations.replies. */
export type SlackMessage = z.infer<typeof SlackMessageSchema>;

/** Null when the value is no message. */
export function parseSlackMessage(value: unknown): SlackMessage | null {
  return SlackMessageSchema.safeParse(value).data ?? null;
}

/** Null when the value is no file. */
export function parseSlackFile(value: unknown): SlackFile | null {
  return SlackFileSchema.safeParse(value).data ?? null;
}
