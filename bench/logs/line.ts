import type { Message } from '../../src/core/message.ts';
import type { Block } from '../../src/core/records/block.ts';
import type { Level } from '../../src/core/records/error-head.ts';

/** What the generator put into an error line. */
export interface ErrorTruth {
  readonly message: Message;
  readonly level: Level;
  /** Symbolic name: `ECONNREFUSED`; null where nginx appends none. */
  readonly errno: string | null;
  /** The words after "while "; empty where there are none. */
  readonly action: string;
  /** `http`, `fastcgi` … of the upstream; null without one. */
  readonly scheme: string | null;
  /** The block that the context shows, beside `http`; null where it shows none. */
  readonly block: Block | null;
  /** The format string with values in its holes. */
  readonly filled: string;
  /** The message with all that nginx appends to it, up to the context. */
  readonly words: string;
}

/** What a generated line is. A `rest` goes on from the line before it; `noise` is nobody's that nginx-why knows. */
export type Truth =
  | { readonly kind: 'error'; readonly error: ErrorTruth }
  | { readonly kind: 'access'; readonly status: number }
  | { readonly kind: 'companion'; readonly id: string }
  | { readonly kind: 'rest' | 'noise' };

/** One line of a log, without its line feed. */
export interface LogLine {
  readonly text: string;
  readonly truth: Truth;
}
