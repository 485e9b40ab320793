import type { ExplanationPart } from '../core/reply/explanation-part.ts';
import type { Look } from './look.ts';
import { wrap } from './wrap.ts';

/** Stands above what a model wrote, so that nobody takes it for the knowledge's own words. */
export const explanationHead = (model: string, { columns }: Look): string =>
  `\n${wrap(`In other words (AI-written by ${model}, checked against the facts above)`, columns).join('\n')}\n`;

/** What to write for the next sentence, so that all of them make one wrapped paragraph. The last line has no end yet. */
export type AddSentence = (parts: readonly ExplanationPart[]) => string;

/** Starts a paragraph. Lines are filled from the left, so that what is written already stays as it is. */
export function createAddSentence({ columns }: Look): AddSentence {
  let said = '';
  let written = '';
  return (parts) => {
    said = `${said} ${parts.map(textOfPart).join('')}`.trim();
    const paragraph = wrap(said, columns, '  ').join('\n');
    const more = paragraph.slice(written.length);
    written = paragraph;
    return more;
  };
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
