import type { Dispatcher } from './dispatcher.ts';
import { changedEvent } from './methods/chat.ts';
import { messageEvent } from './post-message.ts';
import type { SlackState } from './slack-state.ts';
import { toTypedMessage } from './typed-message.ts';
import { ANNA, findMessage, type Message, OPS, removeMessage, replaceMessage, type SlackFile } from './workspace.ts';

/** A message that a person types. */
interface Typed {
  readonly text: string;
  /** Anna, where it isn't said. */
  readonly user?: string;
  /** #ops, where it isn't said. */
  readonly channel?: string;
  /** The message in whose thread it is written. */
  readonly thread?: Message;
  /** True to begin with a real mention of the bot. */
  readonly mention?: boolean;
}

/** A file that a person uploads, with an optional message. */
interface Uploaded extends Partial<Typed> {
  readonly name: string;
  readonly content: string | Buffer;
  readonly mode?: SlackFile['mode'];
  readonly mimetype?: string;
}

/** What people do in channels: write, upload, edit, delete, look. */
export interface People {
  readonly post: (typed: Typed) => Message;
  readonly upload: (uploaded: Uploaded) => Message;
  /** `mention` where it isn't said as it was before. */
  readonly edit: (message: Message, text: string, mention?: boolean) => Message;
  readonly unfurl: (message: Message, title: string) => Message;
  /** A message with replies leaves a tombstone. */
  readonly remove: (message: Message) => void;
  readonly openHome: (user?: string, tab?: 'home' | 'messages') => void;
  /** Presses Slack's stop button on a message that is being streamed. */
  readonly stopStream: (message: Message) => void;
}

export function createPeople(slack: SlackState, { emit }: Dispatcher): People {
  const { workspace } = slack;

  function write(typed: Typed, files: readonly SlackFile[]): Message {
    const { user = ANNA, channel = typed.thread?.channel ?? OPS, thread, mention = false } = typed;
    const mentioned = mention ? workspace.bot.user : null;
    const { text, blocks } = toTypedMessage(typed.text, mentioned, workspace.nextId('b'));
    const extra =
      files.length > 0 ? { subtype: 'file_share', upload: false } : { client_msg_id: workspace.nextId('msg-') };
    const root = thread ? (thread.thread ?? thread.ts) : null;
    const typedBlocks = text === '' ? [] : blocks;
    const ts = workspace.nextTs();
    const said = { channel, ts, thread: root, user, text, blocks: typedBlocks, files, extra };
    const message: Message = { ...said, fromBot: false, onlyFor: null, edited: null };
    workspace.messages.push(message);
    announce(message, mention);
    return message;
  }

  /** Slack sends both events of a mention, and no app_mention from direct messages. */
  function announce(message: Message, mention: boolean): void {
    const event = messageEvent(message, slack);
    const { channel_type, ...rest } = event;
    emit(event);
    if (mention && channel_type !== 'im') emit({ ...rest, type: 'app_mention' });
  }

  function upload({ name, content, mode = 'snippet', mimetype = 'text/plain', ...typed }: Uploaded): Message {
    const id = workspace.nextId('F');
    const bytes = Buffer.from(content);
    const file: SlackFile = { id, name, title: name, alt: '', mode, mimetype, content: bytes, shared: true };
    workspace.files.set(id, file);
    return write({ text: '', ...typed }, [file]);
  }

  /** Of a message that mentions the bot Slack tells once more as a mention, with `edited`. */
  function edit(message: Message, typed: string, mention = mentionsBot(message)): Message {
    const mentioned = mention ? workspace.bot.user : null;
    const { text, blocks } = toTypedMessage(typed, mentioned, workspace.nextId('b'));
    const by = { user: message.user, ts: workspace.nextTs() };
    const edited: Message = { ...message, text, blocks, edited: by };
    replaceMessage(workspace, edited);
    const { channel_type, ...rest } = messageEvent(edited, slack);
    emit(changedEvent(message, edited, slack));
    if (mention && channel_type !== 'im') emit({ ...rest, type: 'app_mention' });
    return edited;
  }

  const mentionsBot = ({ text }: Message): boolean => text.includes(`<@${workspace.bot.user}>`);

  /** Slack adds what it found behind a link as an attachment; nobody edited anything. */
  function unfurl(message: Message, title: string): Message {
    const extra = { ...message.extra, attachments: [{ from_url: 'https://example.com/', title, fallback: title }] };
    const unfurled: Message = { ...message, extra };
    replaceMessage(workspace, unfurled);
    emit(changedEvent(message, unfurled, slack));
    return unfurled;
  }

  function remove(message: Message): void {
    const hasReplies = workspace.messages.some(({ thread, onlyFor }) => thread === message.ts && onlyFor === null);
    if (hasReplies) entomb(message);
    else vanish(message);
  }

  function vanish(message: Message): void {
    removeMessage(workspace, message);
    const { channel, ts } = message;
    const channel_type = workspace.channels.get(channel)?.kind ?? 'channel';
    const ids = { channel, channel_type, deleted_ts: ts, ts: workspace.nextTs(), event_ts: ts };
    emit({
      type: 'message',
      subtype: 'message_deleted',
      hidden: true,
      ...ids,
      previous_message: messageEvent(message, slack),
    });
  }

  /** What began a thread stays where it was, as a change that says that it was deleted. */
  function entomb(message: Message): void {
    const said = { user: 'USLACKBOT', text: 'This message was deleted.', blocks: [], files: [] };
    const tomb: Message = { ...message, ...said, thread: message.ts, extra: { subtype: 'tombstone', hidden: true } };
    replaceMessage(workspace, { ...tomb, thread: null });
    emit(changedEvent(message, tomb, slack));
  }

  function openHome(user = ANNA, tab: 'home' | 'messages' = 'home'): void {
    emit({ type: 'app_home_opened', user, tab, event_ts: workspace.nextTs() });
  }

  function stopStream({ channel, ts }: Message): void {
    const stream = workspace.streams.get(ts);
    const message = findMessage(workspace, channel, ts);
    if (!stream || !message) return;
    workspace.streams.set(ts, { ...stream, state: 'stopped-by-user' });
    emit({
      type: 'agent_session_stopped',
      channel,
      thread_ts: message.thread,
      user: ANNA,
      event_ts: workspace.nextTs(),
    });
  }

  return { post: (typed) => write(typed, []), upload, edit, unfurl, remove, openHome, stopStream };
}
