import type { Entry, Signature } from '../entry.ts';
import type { Knowledge } from '../knowledge.ts';
import type { Message } from '../message.ts';
import { parseTemplate } from './template.ts';
import { createTemplateIndex, type TemplateIndex } from './template-index.ts';

/** What is known about one distinct format string. */
export interface KnownTemplate {
  /** Every place in nginx that logs it; empty for a template that only an entry knows. */
  readonly messages: readonly Message[];
  readonly signatures: readonly { readonly entry: Entry; readonly signature: Signature }[];
}

/** Everything that identification needs, compiled once from the knowledge. */
export interface Catalogue {
  /** Holds no template without words of its own. */
  readonly index: TemplateIndex;
  readonly known: (template: string) => KnownTemplate;
  /** True for nginx's words after "while ", and for what is left of them when a line was cut. */
  readonly isAction: (words: string) => boolean;
}

/** Shorter templates (`%s: %V`) fit any text and say nothing. */
const LIGHTEST = 4;
const LIGHTEST_HOLE_FIRST = 6;
const OWN_ERRNO = ' (%d: %s)';
const SHORTEST_CUT_ACTION = 4;

/** Compiles the knowledge's templates and actions. */
export function createCatalogue(knowledge: Knowledge): Catalogue {
  const known = new Map<string, { messages: Message[]; signatures: { entry: Entry; signature: Signature }[] }>();
  const at = (template: string) => {
    const found = known.get(template) ?? { messages: [], signatures: [] };
    known.set(template, found);
    return found;
  };
  for (const message of knowledge.messages)
    if (!message.abstract && !message.generic) at(message.template).messages.push(message);
  for (const entry of knowledge.entries) {
    if (entry.status === 'retired') continue;
    for (const signature of entry.signatures) at(signature.template).signatures.push({ entry, signature });
  }
  const templates = [...known.keys()]
    .filter((source) => !source.endsWith(OWN_ERRNO) || !known.has(source.slice(0, -OWN_ERRNO.length)))
    .map(parseTemplate)
    .filter(({ weight, literals }) => weight >= (literals[0] === '' ? LIGHTEST_HOLE_FIRST : LIGHTEST));
  const index = createTemplateIndex(templates);
  const nothing: KnownTemplate = { messages: [], signatures: [] };
  return {
    index,
    known: (template) => known.get(template) ?? nothing,
    isAction: actionTest(knowledge.actions),
  };
}

function actionTest(actions: readonly string[]): (words: string) => boolean {
  const whole = new Set(actions);
  const beginnings = new Set(
    actions.flatMap((action) =>
      Array.from({ length: Math.max(0, action.length - SHORTEST_CUT_ACTION) }, (_, more) =>
        action.slice(0, SHORTEST_CUT_ACTION + more),
      ),
    ),
  );
  return (words) => whole.has(words) || beginnings.has(words);
}
