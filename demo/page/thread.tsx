import { useEffect, useRef } from 'react';
import type { Act } from '../act.ts';
import type { ShownMessage } from '../snapshot.ts';
import { Composer } from './composer.tsx';
import { MessageView, toPlace } from './message.tsx';

interface Props {
  readonly root: ShownMessage;
  readonly replies: readonly ShownMessage[];
  /** Slack's loading line; empty when there is none. */
  readonly status: string;
  /** False when it opened by itself: then nobody's focus moves. */
  readonly takesFocus: boolean;
  readonly onAct: (act: Act) => Promise<void>;
  readonly onClose: () => void;
  readonly onProblem: (problem: string) => void;
}

/** A message and its answers, beside the channel or, on a phone, over it. */
export function Thread({ root, replies, status, takesFocus, onAct, onClose, onProblem }: Props) {
  const pane = useRef<HTMLElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const last = replies.at(-1);

  useEffect(() => {
    const writing = document.activeElement?.id === 'composer' && document.activeElement.checkVisibility();
    if (root.ts && takesFocus && !writing) pane.current?.focus({ preventScroll: true });
  }, [root.ts, takesFocus]);
  useEffect(() => {
    const answer = last && list.current?.querySelector(`[data-ts="${last.ts}"]`);
    answer?.scrollIntoView({ block: 'start' });
  }, [last]);

  return (
    <section
      className="thread"
      aria-label="Thread"
      ref={pane}
      tabIndex={-1}
      onKeyDown={({ key }) => key === 'Escape' && onClose()}
    >
      <header className="pane-head">
        <h2>Thread</h2>
        <button type="button" className="quiet" onClick={onClose}>
          Close<span className="hidden-label"> the thread</span>
        </button>
      </header>
      <div className="messages" ref={list}>
        {[root, ...replies].map((message) => (
          <div key={message.ts} data-ts={message.ts}>
            <MessageView message={message} replies={null} onOpenThread={onClose} onProblem={onProblem} />
            {message === root && <p className="divider">{countOf(replies.length)}</p>}
          </div>
        ))}
        {status !== '' && <p className="status">nginx-why {status}</p>}
      </div>
      <Composer label="Reply in thread" channel={toPlace(root.channel)} thread={root.ts} onAct={onAct} />
    </section>
  );
}

function countOf(replies: number): string {
  if (replies === 0) return 'No reply yet';
  return replies === 1 ? '1 reply' : `${replies} replies`;
}
