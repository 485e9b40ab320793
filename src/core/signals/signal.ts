import type { EvidenceView, Shown } from './evidence-view.ts';

/** Signals by id: each one pure, true when it returns the records that show it. */
export type Signals = Readonly<Record<string, (view: EvidenceView) => Shown>>;

/** Signals that take an argument, `errno:ECONNRESET`, by the word before the colon. */
export type SignalFamilies = Readonly<Record<string, (view: EvidenceView, argument: string) => Shown>>;
