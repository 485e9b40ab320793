import type { types } from '@slack/bolt';
import type { Block } from './message.ts';

/** Blocks as plain text, for a file or for a Slack that refused them. Buttons are left out. */
export function textOfBlocks(blocks: readonly Block[]): string {
  return blocks
    .map(textOfBlock)
    .filter((text) => text !== '')
    .join('\n\n');
}

function textOfBlock(block: Block): string {
  switch (block.type) {
    case 'header':
      return `# ${block.text.text}`;
    case 'section':
      return block.text?.text ?? '';
    case 'context':
      return block.elements.flatMap((element) => ('text' in element ? [element.text] : [])).join('\n');
    case 'rich_text':
      return block.elements.map(textOfPart).join('\n');
    case 'divider':
      return '---';
    default:
      return '';
  }
}

function textOfPart(part: types.RichTextBlockElement): string {
  switch (part.type) {
    case 'rich_text_preformatted':
      return textOf(part.elements)
        .split('\n')
        .map((line) => `    ${line}`)
        .join('\n');
    case 'rich_text_list':
      return part.elements
        .map(({ elements }, index) => {
          const mark = part.style === 'ordered' ? `${index + 1}.` : '·';
          return `${'  '.repeat(part.indent ?? 0)}${mark} ${textOf(elements)}`;
        })
        .join('\n');
    case 'rich_text_quote':
      return `> ${textOf(part.elements)}`;
    case 'rich_text_section':
      return textOf(part.elements);
    default:
      return '';
  }
}

function textOf(elements: readonly types.RichTextElement[]): string {
  return elements
    .map((element) => {
      if (element.type === 'text') return element.text;
      if (element.type !== 'link') return '';
      return element.text ? `${element.text} (${element.url})` : element.url;
    })
    .join('');
}
