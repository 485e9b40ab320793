import { z } from 'zod';

/** A piece of a rich text block: a leaf with text, or a part with elements. */
interface Piece {
  readonly type: string;
  readonly text?: string | undefined;
  readonly url?: string | undefined;
  readonly name?: string | undefined;
  readonly elements?: readonly Piece[] | undefined;
}
const PieceSchema: z.ZodType<Piece> = z.object({
  type: z.string(),
  text: z.string().optional().catch(undefined),
  url: z.string().optional(),
  name: z.string().optional(),
  get elements() {
    return z.array(PieceSchema).optional();
  },
});
const RichTextSchema = z.object({ type: z.literal('rich_text'), elements: z.array(PieceSchema) });

/** The typed text of a `rich_text` block, which keeps code blocks and characters as they were. Mentions of people vanish.
 * Null when the value is no such block. */
export function textOfRichText(block: unknown): string | null {
  const read = RichTextSchema.safeParse(block);
  return read.success ? read.data.elements.map(textOfPart).join('\n') : null;
}

/** A section, quote, list or code block: pieces on one line, except that a list has an item a line. */
function textOfPart({ type, elements = [] }: Piece): string {
  return type === 'rich_text_list'
    ? elements.map(textOfPart).join('\n')
    : elements.map(textOfLeaf).join('').replace(/\n$/, '');
}

function textOfLeaf({ type, text, url, name }: Piece): string {
  switch (type) {
    case 'text':
      return text ?? '';
    case 'link':
      return typedLink(url ?? '', text);
    case 'emoji':
      return name === undefined ? '' : `:${name}:`;
    default:
      return '';
  }
}

/** A link that Slack made of typed text shows what was typed; any other label hides the address. */
function typedLink(url: string, text: string | undefined): string {
  return text && url.toLowerCase().includes(text.toLowerCase()) ? text : url;
}
