import { sizeOfTexts, textsOf } from './block-texts.ts';
import { LIMITS } from './limits.ts';
import { escapeText, type OutgoingMessage } from './message.ts';

/** What Slack would refuse, one sentence each; nothing is sent while there is one. */
export type Problems = readonly string[];

interface View {
  readonly blocks: readonly unknown[];
  readonly title?: { readonly text: string } | undefined;
  readonly private_metadata?: string | undefined;
}

/** `[type of the holder or null for any, field, least, most]` */
const TEXTS: readonly (readonly [string | null, string, number, number])[] = [
  ['text', 'text', 1, Number.MAX_SAFE_INTEGER],
  ['mrkdwn', 'text', 1, LIMITS.section],
  ['plain_text', 'text', 1, LIMITS.section],
  ['button', 'value', 0, LIMITS.buttonValue],
  ['link', 'url', 1, LIMITS.link],
  [null, 'action_id', 1, LIMITS.actionId],
  [null, 'block_id', 0, LIMITS.blockId],
];
/** Types whose list of elements is bounded: least and most. */
const LISTS: Readonly<Record<string, readonly [number, number]>> = {
  actions: [1, LIMITS.actionsElements],
  context: [1, LIMITS.contextElements],
  rich_text: [1, Number.MAX_SAFE_INTEGER],
  rich_text_section: [1, Number.MAX_SAFE_INTEGER],
  rich_text_list: [1, Number.MAX_SAFE_INTEGER],
  rich_text_preformatted: [1, Number.MAX_SAFE_INTEGER],
  rich_text_quote: [1, Number.MAX_SAFE_INTEGER],
};

/** A message for chat.postMessage, chat.update or a response_url. */
export function checkMessage({ text, blocks }: OutgoingMessage): Problems {
  const problems = blocks.flatMap((block, index) => checkPart(block, `blocks/${index}`));
  if (text.trim() === '') problems.push('text is empty');
  if (Buffer.byteLength(escapeText(text)) > LIMITS.fallbackBytes)
    problems.push(`text is longer than ${LIMITS.fallbackBytes} bytes`);
  if (blocks.length > LIMITS.blocksOfMessage) problems.push(`more than ${LIMITS.blocksOfMessage} blocks`);
  if (sizeOfTexts(blocks) > LIMITS.textOfBlocks)
    problems.push(`blocks hold more than ${LIMITS.textOfBlocks} characters`);
  return problems;
}

/** A modal for views.open or views.update. */
export function checkView(view: View): Problems {
  const problems = view.blocks.flatMap((block, index) => checkPart(block, `view/blocks/${index}`));
  if (view.blocks.length > LIMITS.blocksOfModal) problems.push(`more than ${LIMITS.blocksOfModal} blocks`);
  if ((view.title?.text ?? '').length > LIMITS.modalTitle) problems.push(`title is longer than ${LIMITS.modalTitle}`);
  if ((view.private_metadata ?? '').length > LIMITS.modalMetadata) problems.push('private_metadata is too long');
  if (Buffer.byteLength(JSON.stringify(view)) > LIMITS.viewBytes) problems.push('the view is too large');
  return problems;
}

function checkPart(block: unknown, at: string): string[] {
  return [...checkTexts(block, at), ...checkLists(block, at), ...checkHeader(block, at), ...checkButtons(block, at)];
}

function checkTexts(block: unknown, at: string): readonly string[] {
  return textsOf(block, at).flatMap(({ at: place, type, field, text }) =>
    TEXTS.filter(([holder, name]) => name === field && (holder === null || holder === type))
      .filter(([, , least, most]) => text.length < least || text.length > most)
      .map(([, , least, most]) => `${place} has ${text.length} characters, ${least} to ${most} are allowed`),
  );
}

function checkLists(value: unknown, at: string): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => checkLists(item, `${at}/${index}`));
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.entries(value).flatMap(([key, held]) => checkLists(held, `${at}/${key}`));
  const [least, most] = ('type' in value && LISTS[String(value.type)]) || [0, Number.MAX_SAFE_INTEGER];
  const count = 'elements' in value && Array.isArray(value.elements) ? value.elements.length : 0;
  return count < least || count > most
    ? [`${at} has ${count} elements, ${least} to ${most} are allowed`, ...inner]
    : inner;
}

function checkHeader(block: unknown, at: string): readonly string[] {
  const header = textsOf(block).filter(() => isOfType(block, 'header'));
  return header
    .filter(({ field, text }) => field === 'text' && text.length > LIMITS.header)
    .map(() => `${at} is a header of more than ${LIMITS.header} characters`);
}

function checkButtons(block: unknown, at: string): readonly string[] {
  if (!isOfType(block, 'actions') || !Array.isArray(block.elements)) return [];
  const labels: readonly unknown[] = block.elements.map((element: unknown) =>
    isOfType(element, 'button') ? element.text : null,
  );
  return labels.flatMap((label, index) => {
    const long = textsOf(label).some(({ field, text }) => field === 'text' && text.length > LIMITS.buttonText);
    return long ? [`${at}/elements/${index} has a label of more than ${LIMITS.buttonText} characters`] : [];
  });
}

function isOfType(value: unknown, type: string): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && 'type' in value && value.type === type;
}
