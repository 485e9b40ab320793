import type { Knowledge } from '../src/core/knowledge.ts';

/** What every measurement gets. */
export interface Setup {
  /** All that nginx-why knows. */
  readonly knowledge: Knowledge;
  /** Lines of a log; the shorter and longer ones are in proportion. */
  readonly lines: number;
  readonly rounds: number;
  /** False leaves out everybody but ourselves and the floor. */
  readonly withPeers: boolean;
  /** Says what is going on, and what could not be measured, and why. */
  readonly tell: (words: string) => void;
}
