import { useEffect, useRef, useState } from 'react';
import type { Snapshot } from '../snapshot.ts';

/** What a screen reader says when the bot has written something new: its fallback text, cut short. */
export function useAnnouncement(snapshot: Snapshot | null): string {
  const [said, setSaid] = useState('');
  const last = useRef<string | null>(null);
  useEffect(() => {
    const newest = snapshot?.messages.findLast(({ from }) => from === 'bot');
    if (!newest || newest.ts === last.current) return;
    if (last.current !== null) setSaid(`nginx-why answered: ${newest.text.slice(0, 300)}`);
    last.current = newest.ts;
  }, [snapshot]);
  return said;
}
