/** Recent pastes by the values of their buttons, so that a button answers at once and without asking Slack. A restart
 * forgets them; then they are read again where they were written. */
export interface PasteMemory {
  readonly remember: (value: string, paste: string) => void;
  /** Null when it was never here, or is long ago. */
  readonly recall: (value: string) => string | null;
}

/** Holds at most `maxCharacters` of pastes; the least recently used ones go first. */
export function createPasteMemory(maxCharacters = 32_000_000): PasteMemory {
  const pastes = new Map<string, string>();
  let size = 0;

  function forget(value: string): void {
    size -= pastes.get(value)?.length ?? 0;
    pastes.delete(value);
  }

  return {
    remember(value, paste) {
      forget(value);
      pastes.set(value, paste);
      size += paste.length;
      for (const oldest of pastes.keys()) {
        if (size <= maxCharacters) break;
        forget(oldest);
      }
    },
    recall(value) {
      const paste = pastes.get(value);
      if (paste === undefined) return null;
      pastes.delete(value);
      pastes.set(value, paste);
      return paste;
    },
  };
}
