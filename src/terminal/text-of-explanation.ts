import type { ExplanationPart } from '../core/reply/explanation-part.ts';
import type { Look } from './look.ts';
import { wrap } from './wrap.ts';

/** Stands above what a model wrote, so that nobody takes it for the knowledge's own words. */
export const explanationHead = (model: string, { columns }: Look): string =>
  `\n${wrap(`In other words (AI-written by ${model}, checked against the facts above)`, columns).join('\n')}\n`;

/** One sentence of an explanation, wrapped, with a line break at its end. */
export function textOfSentence(parts: readonly ExplanationPart[], { columns }: Look): string {
  return `${wrap(parts.map(textOfPart).join(''), columns, '  ').join('\n')}\n`;
}

function textOfPart({ kind, text }: ExplanationPart): string {
  switch (kind) {
    case 'text':
    case 'value':
      return text;
    case 'code':
      return `\`${text}\``;
    case 'title':
      return `\u201c${text}\u201d`;
  }
}
