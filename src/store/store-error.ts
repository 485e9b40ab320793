/** The store's file can't be used; tells which file, why, and what to do. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  constructor(file: string, problem: string, cause?: unknown) {
    super(
      `STORE_FILE ${file}: ${problem} To run without a file, leave STORE_FILE out; then a restart forgets all cases.`,
      { cause },
    );
  }
}
