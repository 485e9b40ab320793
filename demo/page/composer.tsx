import { type ChangeEvent, type KeyboardEvent, useRef, useState } from 'react';
import type { Act } from '../act.ts';

interface Props {
  /** `Message #ops`, for example. */
  readonly label: string;
  readonly channel: 'C0OPS' | 'D0ANNA';
  readonly thread: string | null;
  readonly onAct: (act: Act) => Promise<void>;
}

/** Where a person types or pastes. In a channel a message mentions the bot unless that is switched off. */
export function Composer({ label, channel, thread, onAct }: Props) {
  const [text, setText] = useState('');
  const [mention, setMention] = useState(true);
  const chooser = useRef<HTMLInputElement>(null);
  const inChannel = channel === 'C0OPS';
  const name = thread === null ? 'composer' : 'thread-composer';

  async function send(): Promise<void> {
    if (text.trim() === '' && !(inChannel && mention)) return;
    setText('');
    await onAct({ do: 'post', channel, thread, text, mention: inChannel && mention });
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void send();
  }

  async function onChoose({ target }: ChangeEvent<HTMLInputElement>): Promise<void> {
    const [file] = target.files ?? [];
    target.value = '';
    if (file) await onAct({ do: 'upload', channel, thread, file: { name: file.name, content: await file.text() } });
  }

  return (
    <form
      className="composer"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <label className="hidden-label" htmlFor={name}>
        {label}
      </label>
      <textarea
        id={name}
        value={text}
        rows={Math.min(8, Math.max(2, text.split('\n').length))}
        placeholder={`${label}: paste what nginx logged`}
        onChange={({ target }) => setText(target.value)}
        onKeyDown={onKeyDown}
        spellCheck={false}
      />
      <div className="composer-bar">
        {inChannel && (
          <label className="chip">
            <input type="checkbox" checked={mention} onChange={({ target }) => setMention(target.checked)} /> @nginx-why
          </label>
        )}
        <input ref={chooser} type="file" hidden onChange={(event) => void onChoose(event)} accept=".log,.txt,text/*" />
        <button type="button" className="quiet" onClick={() => chooser.current?.click()}>
          Attach a log
        </button>
        {thread === null && (
          <button
            type="button"
            className="quiet"
            onClick={() => void onAct({ do: 'post', channel, thread, text: '/nginx-why', mention: false })}
          >
            /nginx-why
          </button>
        )}
        <button type="submit" className="send">
          Send
        </button>
      </div>
    </form>
  );
}
