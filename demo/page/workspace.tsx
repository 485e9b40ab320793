import { useEffect, useRef, useState } from 'react';
import type { Act, Outcome } from '../act.ts';
import type { Example } from '../examples.ts';
import { Channel } from './channel.tsx';
import { toPlace } from './message.tsx';
import { Modal } from './modal.tsx';
import { sendAct } from './send-act.ts';
import { Sidebar } from './sidebar.tsx';
import { Thread } from './thread.tsx';
import { useAnnouncement } from './use-announcement.ts';
import { useSnapshot } from './use-snapshot.ts';

/** The whole page: places on the left, the channel, the thread beside it, a modal over all. */
export function Workspace() {
  const { snapshot, connected } = useSnapshot();
  const [place, setPlace] = useState<'C0OPS' | 'D0ANNA'>('C0OPS');
  const [threadTs, setThreadTs] = useState<string | null>(null);
  const [acted, setActed] = useState(false);
  const [problem, setProblem] = useState('');
  const announcement = useAnnouncement(snapshot);
  const opened = useRef(false);

  const messages = (snapshot?.messages ?? []).filter(({ channel }) => channel === place);
  const roots = messages.filter(({ thread }) => thread === null);
  const first = roots[0]?.ts;
  useEffect(() => {
    const wide = window.matchMedia('(min-width: 68rem)').matches;
    if (!first || opened.current) return;
    opened.current = true;
    if (wide) setThreadTs(first);
  }, [first]);

  if (!snapshot) return <p className="loading">Connecting to the demo …</p>;

  const openThread = (ts: string | null): void => {
    setActed(true);
    setThreadTs(ts);
  };
  async function send(act: Act): Promise<Outcome> {
    const outcome = await sendAct(act);
    setProblem(outcome.problem ?? '');
    return outcome;
  }
  async function act(what: Act): Promise<void> {
    const { ts } = await send(what);
    if (ts !== null && (what.do === 'example' || ('thread' in what && what.thread === null))) openThread(ts);
  }
  const onExample = ({ id }: Example): void => void act({ do: 'example', channel: place, id });
  const root = roots.find(({ ts }) => ts === threadTs);
  const closeThread = (): void => {
    openThread(null);
    document.getElementById('composer')?.focus();
  };

  return (
    <div className={root ? 'workspace with-thread' : 'workspace'}>
      <Sidebar
        channels={snapshot.channels}
        place={place}
        onPlace={(id) => {
          setPlace(toPlace(id));
          setThreadTs(null);
        }}
        examples={snapshot.examples}
        onExample={onExample}
      />
      <main className="panes">
        <Channel
          name={place === 'C0OPS' ? '# ops' : 'nginx-why'}
          place={place}
          roots={roots}
          repliesOf={(ts) => messages.filter(({ thread }) => thread === ts).length}
          onAct={act}
          onOpenThread={openThread}
          onProblem={setProblem}
        />
        {root && (
          <Thread
            root={root}
            replies={messages.filter(({ thread }) => thread === root.ts)}
            takesFocus={acted}
            status={snapshot.statuses[`${root.channel}/${root.ts}`] ?? ''}
            onAct={act}
            onClose={closeThread}
            onProblem={setProblem}
          />
        )}
      </main>
      {snapshot.modal && <Modal view={snapshot.modal} send={send} />}
      <div className="notices" role="alert">
        {!connected && <p className="notice">The demo has ended. Start it again with: npm run demo</p>}
        {problem !== '' && <p className="notice">{problem}</p>}
      </div>
      <p className="hidden-label" role="status">
        {announcement}
      </p>
    </div>
  );
}
