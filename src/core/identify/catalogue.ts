import type { CompiledKnowledge } from '../compiled-knowledge.ts';
import type { Entry } from '../entry.ts';
import { type KnownTemplate, toKnownTemplate } from './known-template.ts';
import { createTemplateIndex, type TemplateIndex } from './template-index.ts';

/** Everything that identification needs. */
export interface Catalogue {
  readonly index: TemplateIndex;
  /** The entry of a number. */
  readonly entry: (number: number) => Entry;
  readonly entryId: (number: number) => string;
  /** True for nginx's words after "while ", and for what is left of them when a line was cut. */
  readonly isAction: (words: string) => boolean;
  /** True only for all of them. */
  readonly isWholeAction: (words: string) => boolean;
}

const SHORTEST_CUT_ACTION = 4;

/** Opens the compiled knowledge. Templates are taken apart when a line first needs them. */
export function createCatalogue(knowledge: CompiledKnowledge): Catalogue {
  // a list that grows in leaps is kept as a table, which is slow
  const opened: (KnownTemplate | undefined)[] = new Array(knowledge.index.templates.count).fill(undefined);
  const known = (number: number): KnownTemplate => {
    opened[number] ??= toKnownTemplate(() => knowledge.template(number));
    return opened[number];
  };
  const whole = new Set(knowledge.index.actions);
  return {
    index: createTemplateIndex(knowledge, known),
    entry: knowledge.entry,
    entryId: (number) => knowledge.index.entryIds[number] ?? '',
    isAction: actionTest(knowledge.index.actions, whole),
    isWholeAction: (words) => whole.has(words),
  };
}

function actionTest(actions: readonly string[], whole: ReadonlySet<string>): (words: string) => boolean {
  return (words) =>
    whole.has(words) || (words.length >= SHORTEST_CUT_ACTION && actions.some((action) => action.startsWith(words)));
}
