import type { ExplanationPart } from '../../core/reply/explanation-part.ts';
import type { FindingAnswer } from '../../core/reply/reply.ts';

/** One person's wish for an explanation, as Slack knows it. */
export interface ExplainWish {
  readonly answer: FindingAnswer;
  readonly team: string;
  readonly channel: string;
  /** `ts` of the thread's first message: the case. */
  readonly thread: string;
  readonly user: string;
  /** Aborted by Stop: ends the request on the wire. */
  readonly stop: AbortSignal;
  /** Exactly what a model is shown. */
  readonly onSent: (text: string) => void;
  readonly onSentence: (parts: readonly ExplanationPart[]) => void;
}

/** How a wish ended. `words` are for a person. */
export type ExplainEnd =
  | { readonly kind: 'explained'; readonly sentences: readonly (readonly ExplanationPart[])[]; readonly model: string }
  /** Nothing may be shown; what was shown already must be taken back. */
  | { readonly kind: 'withdrawn'; readonly words: string }
  /** The person who asked stopped it: what was shown may stay. */
  | { readonly kind: 'stopped' };

/** Explains; wired to a model server, or absent where there is none. */
export interface Explaining {
  readonly explain: (wish: ExplainWish) => Promise<ExplainEnd>;
  /** Named above everything that it wrote. */
  readonly model: string;
  /** Whether people may ask for explanations there. */
  readonly isOnIn: (channel: string) => boolean;
  /** Turns them on or off in a channel, or in the whole workspace where it is null. */
  readonly setOn: (channel: string | null, isOn: boolean) => void;
}
