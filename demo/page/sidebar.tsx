import type { Example } from '../examples.ts';
import type { Snapshot } from '../snapshot.ts';
import { Examples } from './examples.tsx';

interface Props {
  readonly channels: Snapshot['channels'];
  readonly place: string;
  readonly onPlace: (id: string) => void;
  readonly examples: readonly Example[];
  readonly onExample: (example: Example) => void;
}

/** Places to write in, and pastes to try. */
export function Sidebar({ channels, place, onPlace, examples, onExample }: Props) {
  return (
    <aside className="sidebar" aria-label="Workspace">
      <h1>
        nginx-why <small>demo workspace</small>
      </h1>
      <nav aria-label="Conversations">
        <ul>
          {channels.map(({ id, name, kind }) => (
            <li key={id}>
              <button type="button" aria-current={id === place ? 'page' : undefined} onClick={() => onPlace(id)}>
                <span aria-hidden="true">{kind === 'channel' ? '#' : '●'}</span> {name}
                {kind === 'im' && <span className="hidden-label"> (direct message)</span>}
              </button>
            </li>
          ))}
        </ul>
      </nav>
      <Examples examples={examples} onChoose={onExample} />
      <p className="sidebar-note">
        Everything here runs on your machine. The bot is the real one; Slack is a stand-in.
      </p>
    </aside>
  );
}
