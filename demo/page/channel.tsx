import { useEffect, useRef } from 'react';
import type { Act } from '../act.ts';
import type { ShownMessage } from '../snapshot.ts';
import { Composer } from './composer.tsx';
import { MessageView } from './message.tsx';

interface Props {
  readonly name: string;
  readonly place: 'C0OPS' | 'D0ANNA';
  /** The messages outside of threads, oldest first. */
  readonly roots: readonly ShownMessage[];
  readonly repliesOf: (ts: string) => number;
  readonly onAct: (act: Act) => Promise<void>;
  readonly onOpenThread: (ts: string) => void;
  readonly onProblem: (problem: string) => void;
}

/** A channel or a direct message. */
export function Channel({ name, place, roots, repliesOf, onAct, onOpenThread, onProblem }: Props) {
  const end = useRef<HTMLDivElement>(null);
  const last = roots.at(-1)?.ts;
  useEffect(() => {
    if (last) end.current?.scrollIntoView({ block: 'end' });
  }, [last]);
  const where = place === 'C0OPS' ? 'Message #ops' : 'Message nginx-why';

  return (
    <section className="channel" aria-label={name}>
      <header className="pane-head">
        <h2>{name}</h2>
        <p>{place === 'C0OPS' ? 'Mention the bot, and it answers in the thread' : 'No mention needed here'}</p>
      </header>
      <div className="messages">
        {roots.length === 0 && <p className="empty">Nothing here yet. Paste what nginx logged.</p>}
        {roots.map((message) => (
          <MessageView
            key={message.ts}
            message={message}
            replies={repliesOf(message.ts)}
            onOpenThread={onOpenThread}
            onProblem={onProblem}
          />
        ))}
        <div ref={end} />
      </div>
      <Composer label={where} channel={place} thread={null} onAct={onAct} />
    </section>
  );
}
