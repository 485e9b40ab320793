import { useEffect, useState } from 'react';
import type { Snapshot } from '../snapshot.ts';

/** What the server shows now; null until it has said so. `connected` is false while it can't be reached. */
export function useSnapshot(): { readonly snapshot: Snapshot | null; readonly connected: boolean } {
  const [snapshot, setSnapshot] = useState<Snapshot | null>(null);
  const [connected, setConnected] = useState(true);
  useEffect(() => {
    const changes = new EventSource('/changes');
    changes.addEventListener('message', ({ data }) => setSnapshot(JSON.parse(data)));
    changes.addEventListener('open', () => setConnected(true));
    changes.addEventListener('error', () => setConnected(false));
    return () => changes.close();
  }, []);
  return { snapshot, connected };
}
