import { randomUUID } from 'node:crypto';
import { LRUCache } from 'lru-cache';

/** What was sent to a model, by the value of the button that shows it. A restart forgets it. */
export interface SentMemory {
  readonly remember: (text: string) => string;
  /** Null when it was never here, or is long ago. */
  readonly recall: (value: string) => string | null;
}

const REMEMBERED = 500;

export function createSentMemory(): SentMemory {
  const texts = new LRUCache<string, string>({ max: REMEMBERED });
  return {
    remember(text) {
      const value = randomUUID();
      texts.set(value, text);
      return value;
    },
    recall: (value) => texts.get(value) ?? null,
  };
}
