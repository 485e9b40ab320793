import { type ReadFile, readPaste } from '../incoming/read-paste.ts';
import type { PasteMemory } from './paste-memory.ts';
import { parseValue } from './paste-source.ts';
import type { ReadMessage } from './read-message.ts';

/** Finds the paste behind a button again: in memory, in the button itself, or where it was written. Null when it is gone. */
export type RecallPaste = (value: string) => Promise<string | null>;

export function createRecallPaste(memory: PasteMemory, readMessage: ReadMessage, readFile: ReadFile): RecallPaste {
  return async (value) => {
    const recent = memory.recall(value);
    if (recent !== null) return recent;
    const source = parseValue(value);
    switch (source?.kind) {
      case 'inline':
        return source.paste;
      case 'message': {
        const message = await readMessage(source.channel, source.ts, source.thread);
        if (!message) return null;
        const { text } = await readPaste(message, readFile);
        memory.remember(value, text);
        return text;
      }
      default:
        return null;
    }
  };
}
