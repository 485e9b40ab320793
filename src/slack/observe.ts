/** What the listeners tell of their work; the process counts it. Nothing in it was written by a person. */
export interface Observe {
  /** `kind` is the reply's; `startedAt` the monotonic time, in milliseconds, at which its event arrived. */
  readonly onAnswered: (face: Face, kind: string, startedAt: number) => void;
  readonly onDuplicate: () => void;
  readonly onCalled: (method: string, outcome: string) => void;
  /** `entry` and `cause` are ids of what the answer told first, or `none`. */
  readonly onFeedback: (entry: string, cause: string, verdict: 'fixed' | 'not-it') => void;
  readonly onExplanationFeedback: (verdict: 'helped' | 'did-not-help') => void;
  readonly onFailed: (face: Face, error: unknown) => void;
}

/** The ways in which people ask. */
export type Face =
  | 'mention'
  | 'direct-message'
  | 'command'
  | 'modal'
  | 'shortcut'
  | 'button'
  | 'plot'
  | 'bolt'
  | 'store';
