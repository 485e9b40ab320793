import type { JsonObject } from './json.ts';
import type { Message, SlackFile, Workspace } from './workspace.ts';

/** A message in the form in which Slack sends it in events, payloads and answers. */
export function toWireMessage(message: Message, workspace: Workspace, filesUrl: string): JsonObject {
  const { ts, thread, user, text, blocks, files, fromBot, extra } = message;
  return {
    type: 'message',
    user,
    ts,
    text,
    team: workspace.team,
    ...(blocks.length > 0 ? { blocks } : {}),
    ...(thread === null ? {} : { thread_ts: thread }),
    ...(fromBot ? { bot_id: workspace.bot.id, app_id: workspace.appId } : {}),
    ...(files.length > 0 ? { files: files.map((file) => toWireFile(file, workspace, filesUrl)) } : {}),
    ...(message.edited ? { edited: message.edited } : {}),
    ...extra,
  };
}

/** A file object; `filesUrl` is the base of Slack's own file host, with a slash at its end. */
export function toWireFile(file: SlackFile, workspace: Workspace, filesUrl: string): JsonObject {
  const path = `${workspace.team}-${file.id}`;
  const name = encodeURIComponent(file.name);
  return {
    id: file.id,
    name: file.name,
    title: file.title,
    mimetype: file.mimetype,
    filetype: 'text',
    pretty_type: 'Plain Text',
    mode: file.mode,
    size: file.content.length,
    ...(file.alt === '' ? {} : { alt_txt: file.alt }),
    is_external: false,
    external_type: '',
    file_access: 'visible',
    url_private: `${filesUrl}files-pri/${path}/${name}`,
    url_private_download: `${filesUrl}files-pri/${path}/download/${name}`,
    ...(file.mode === 'snippet' ? { preview: file.content.toString('utf8').slice(0, 200) } : {}),
  };
}
