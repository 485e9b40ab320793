import { type JsonObject, objectsAt, stringAt } from '../json.ts';
import { memberChannel, postAsBot } from '../post-message.ts';
import { SlackError } from '../slack-error.ts';
import type { MethodEntry, SlackState } from '../slack-state.ts';
import { toWireFile } from '../wire-message.ts';
import type { SlackFile } from '../workspace.ts';

function info(args: JsonObject, { workspace, filesUrl }: SlackState): JsonObject {
  const file = workspace.files.get(stringAt(args, 'file'));
  if (!file?.shared) throw new SlackError('file_not_found');
  return { file: toWireFile(file, workspace, filesUrl) };
}

function getUploadUrl(args: JsonObject, { workspace, filesUrl }: SlackState): JsonObject {
  const name = stringAt(args, 'filename');
  const length = Number(args.length);
  if (!name || !Number.isInteger(length) || length < 1) throw new SlackError('invalid_arguments');
  const alt = stringAt(args, 'alt_txt');
  if (alt.length > 1_000) throw new SlackError('alt_txt_too_large');
  const id = workspace.nextId('F');
  const content = Buffer.alloc(0);
  const file = { id, name, title: name, alt, mode: 'hosted', mimetype: 'text/plain', content, shared: false } as const;
  workspace.files.set(id, file);
  return { upload_url: `${filesUrl}upload/v1/${id}?length=${length}`, file_id: id };
}

function complete(args: JsonObject, slack: SlackState): JsonObject {
  const files = objectsAt(args, 'files').map((asked) => uploaded(asked, slack));
  if (files.length === 0) throw new SlackError('invalid_arguments');
  for (const file of files) slack.workspace.files.set(file.id, file);
  const channel = stringAt(args, 'channel_id');
  if (channel) {
    const { id } = memberChannel(channel, slack);
    const said = { text: stringAt(args, 'initial_comment'), blocks: args.blocks };
    const thread = stringAt(args, 'thread_ts') || null;
    postAsBot({ channel: id, thread, args: said, onlyFor: null, files }, slack);
  }
  return { files: files.map((file) => toWireFile(file, slack.workspace, slack.filesUrl)) };
}

function uploaded(asked: JsonObject, { workspace }: SlackState): SlackFile {
  const file = workspace.files.get(stringAt(asked, 'id'));
  if (!file) throw new SlackError('file_not_found');
  if (file.content.length === 0) throw new SlackError('file_update_failed');
  return { ...file, title: stringAt(asked, 'title') || file.name, shared: true };
}

export const FILE_METHODS: Readonly<Record<string, MethodEntry>> = {
  'files.info': { run: info, scopes: ['files:read'] },
  'files.getUploadURLExternal': { run: getUploadUrl, scopes: ['files:write'] },
  'files.completeUploadExternal': { run: complete, scopes: ['files:write'] },
};
