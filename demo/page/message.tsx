import { useState } from 'react';
import type { ShownMessage } from '../snapshot.ts';
import { Avatar } from './avatar.tsx';
import { Blocks } from './blocks.tsx';
import { sendAct } from './send-act.ts';

interface Props {
  readonly message: ShownMessage;
  /** The number of answers below it; null inside of a thread. */
  readonly replies: number | null;
  readonly onOpenThread: (ts: string) => void;
  readonly onProblem: (problem: string) => void;
}

/** Characters from which a message of a person is cut short in the channel. */
const LONG = 420;
const EMOJI: Readonly<Record<string, string>> = { eyes: '👀', white_check_mark: '✅', warning: '⚠️' };

/** One message with what can be done with it. */
export function MessageView({ message, replies, onOpenThread, onProblem }: Props) {
  const inThread = replies === null;
  const long = !inThread && message.from === 'you' && message.text.length > LONG;
  const [clipped, setClipped] = useState(long);
  const id = `${inThread ? 't' : 'm'}${message.ts}`;
  const { channel, ts, from, name, text, blocks, files, onlyForYou, edited, reactions } = message;

  async function act(what: Parameters<typeof sendAct>[0]): Promise<void> {
    const { problem } = await sendAct(what);
    if (problem) onProblem(problem);
  }

  function onAction(actionId: string, choice: number): void {
    const value = feedbackValue(message, actionId, choice);
    void act({ do: 'click', channel: toPlace(channel), ts, actionId, ...(value === null ? {} : { value }) });
  }

  return (
    <article className={`message message-from-${from}`} aria-label={`${name}, ${toTime(ts)}`}>
      <Avatar from={from} />
      <div className="message-body">
        {onlyForYou && <p className="message-only">Only visible to you</p>}
        <header className="message-head">
          <span className="message-name">{name}</span>
          {from === 'bot' && <span className="message-app">APP</span>}
          <time className="message-time">{toTime(ts)}</time>
        </header>
        <div className={clipped ? 'clipped' : undefined}>
          {blocks.length > 0 ? (
            <Blocks blocks={blocks} id={id} onAction={onAction} />
          ) : (
            text !== '' && <p className="message-text">{toPlain(text)}</p>
          )}
        </div>
        {long && (
          <button type="button" className="show-more" aria-expanded={!clipped} onClick={() => setClipped(!clipped)}>
            {clipped ? 'Show more' : 'Show less'}
          </button>
        )}
        {edited && <span className="message-edited">(edited)</span>}
        {files.map((file) => (
          <figure className="file" key={file.name}>
            <figcaption>
              {file.name} <span className="file-size">{toSize(file.bytes)}</span>
            </figcaption>
            <pre>{file.preview}</pre>
          </figure>
        ))}
        {reactions.map((reaction) => (
          <span className="reaction" role="img" aria-label={`Reaction: ${reaction}`} key={reaction}>
            {EMOJI[reaction] ?? `:${reaction}:`}
          </span>
        ))}
        {replies !== null && replies > 0 && (
          <button type="button" className="replies" onClick={() => onOpenThread(ts)}>
            {replies} {replies === 1 ? 'reply' : 'replies'}
            <span aria-hidden="true"> ›</span>
          </button>
        )}
      </div>
      {from === 'you' && (
        <div className="message-actions">
          {replies !== null && (
            <button type="button" onClick={() => onOpenThread(ts)}>
              Reply in thread
            </button>
          )}
          <button type="button" onClick={() => void act({ do: 'shortcut', channel: toPlace(channel), ts })}>
            Why this nginx error?
          </button>
        </div>
      )}
    </article>
  );
}

/** The demo has these two places only. */
export function toPlace(channel: string): 'C0OPS' | 'D0ANNA' {
  return channel === 'D0ANNA' ? 'D0ANNA' : 'C0OPS';
}

function feedbackValue({ blocks }: ShownMessage, actionId: string, choice: number): string | null {
  const found = JSON.stringify(blocks).includes('"feedback_buttons"') ? findFeedback(blocks, actionId) : null;
  return found === null ? null : (found[choice] ?? null);
}

function findFeedback(value: unknown, actionId: string): readonly string[] | null {
  if (typeof value !== 'object' || value === null) return null;
  const { type, action_id, positive_button, negative_button } = { ...EMPTY, ...value };
  if (type === 'feedback_buttons' && action_id === actionId) return [positive_button.value, negative_button.value];
  for (const held of Object.values(value)) {
    const found = findFeedback(held, actionId);
    if (found) return found;
  }
  return null;
}

const EMPTY = { type: '', action_id: '', positive_button: { value: '' }, negative_button: { value: '' } };

function toPlain(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

function toTime(ts: string): string {
  return new Date(Number(ts) * 1000).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
}

function toSize(bytes: number): string {
  return bytes < 1024 ? `${bytes} bytes` : `${Math.round(bytes / 1024)} KB`;
}
