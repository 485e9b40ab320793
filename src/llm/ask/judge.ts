import type { ExplanationPart } from '../../core/reply/explanation-part.ts';
import type { Basis } from '../ground/basis.ts';
import type { Fault } from '../ground/fault.ts';
import { createGrounding } from '../ground/grounding.ts';
import { toParts } from '../ground/to-parts.ts';
import type { Said } from './read-sentences.ts';

/** Judges what a model says as it comes, and hands on what may be shown. */
export interface Judge {
  /** The fault that spoils the whole answer, after which there is no use in reading on; null while it is sound. */
  readonly hear: (said: Said) => Fault | null;
  readonly conclude: () => {
    readonly sentences: readonly (readonly ExplanationPart[])[];
    readonly fault: Fault | null;
    readonly cut: readonly Fault[];
  };
  /** The sentences that were kept, with references and pseudonyms as the model wrote them. */
  readonly kept: () => readonly string[];
}

/** Starts to judge one answer. */
export function createJudge(basis: Basis, onSentence: (parts: readonly ExplanationPart[]) => void): Judge {
  const grounding = createGrounding(basis);
  const [first] = basis.answer.causes;
  const kept: string[] = [];
  const cut: Fault[] = [];
  let spoiled: Fault | null = null;
  const hearSentence = (text: string): Fault | null => {
    const judged = grounding.judge(text);
    if (judged.kind === 'dropped') return judged.fault;
    if (judged.kind === 'cut') {
      cut.push(judged.fault);
    } else {
      kept.push(judged.sentence);
      onSentence(toParts(judged.sentence, basis));
    }
    return null;
  };
  return {
    hear(said) {
      if (said.kind === 'sentence') spoiled ??= hearSentence(said.text);
      else if (said.id !== first?.id) spoiled ??= 'contradicts-ranking';
      return spoiled;
    },
    conclude: () => ({
      sentences: kept.map((sentence) => toParts(sentence, basis)),
      fault: spoiled ?? grounding.conclude(),
      cut,
    }),
    kept: () => kept,
  };
}
