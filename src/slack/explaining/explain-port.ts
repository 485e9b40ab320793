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

/** A language that explanations can have. */
export interface Language {
  /** ISO 639-1. */
  readonly code: string;
  /** In English. */
  readonly name: string;
}

/** Explains; wired to a model server, or absent where there is none. */
export interface Explaining {
  readonly explain: (wish: ExplainWish) => Promise<ExplainEnd>;
  /** Named above everything that it wrote. */
  readonly model: string;
  /** Whether people may ask for explanations there. */
  readonly isOnIn: (channel: string) => boolean;
  readonly languages: readonly Language[];
  /** By its code, its name in English or its own name, in any case; null for one that explanations can't have. */
  readonly parseLanguage: (text: string) => Language | null;
  /** In which language explanations are written for that person: the one that they chose, else that of the installation. */
  readonly languageOf: (user: string) => Language;
  /** Remembers a choice; null forgets it. Throws when it can't be kept. */
  readonly chooseLanguage: (user: string, code: string | null) => void;
  /** Turns them on or off in a channel, or in the whole workspace where it is null. */
  readonly setOn: (channel: string | null, isOn: boolean) => void;
}
