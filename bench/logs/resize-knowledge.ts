import type { Knowledge } from '../../src/core/knowledge.ts';
import type { Message } from '../../src/core/message.ts';
import { distinctMessages } from './uniform-line.ts';
import { USUAL_ERRORS } from './usual-errors.ts';

const A_WORD = /(?<![%\w])[a-z]{4,}(?![a-z])/;

/** The same knowledge with so many signatures. Fewer: those of the usual errors stay, then those that people meet, and the
 * entries that are left without a signature go. More: further ones are the real ones with another word for one of theirs. */
export function resizeKnowledge(knowledge: Knowledge, signatures: number): Knowledge {
  const usual = new Set(USUAL_ERRORS.map(({ template }) => template));
  const rank = ({ template, common }: Message): number => (usual.has(template) ? 0 : common ? 1 : 2);
  const distinct = distinctMessages(knowledge.messages).toSorted((a, b) => rank(a) - rank(b));
  if (signatures > distinct.length) {
    return { ...knowledge, messages: [...knowledge.messages, ...variants(distinct, signatures - distinct.length)] };
  }
  const kept = new Set(distinct.slice(0, signatures).map(({ template }) => template));
  return {
    ...knowledge,
    messages: knowledge.messages.filter(({ template }) => kept.has(template)),
    entries: knowledge.entries.flatMap((entry) => {
      const left = entry.signatures.filter(({ template }) => kept.has(template));
      return left.length === 0 ? [] : [{ ...entry, signatures: left }];
    }),
  };
}

function variants(messages: readonly Message[], wanted: number): readonly Message[] {
  const made: Message[] = [];
  const changeable = messages.filter(({ template }) => A_WORD.test(template));
  for (let index = 0; made.length < wanted; index += 1) {
    const message = changeable[index % changeable.length];
    if (!message) throw new RangeError('no format string has a word to replace');
    const round = Math.floor(index / changeable.length);
    const word = message.template.match(A_WORD)?.[0] ?? '';
    made.push({
      ...message,
      id: `${message.id}-${round}`,
      template: message.template.replace(A_WORD, `${word}${round}`),
      also_matches: [],
    });
  }
  return made;
}
