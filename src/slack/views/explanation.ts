import type { types } from '@slack/bolt';
import type { ExplanationPart } from '../../core/reply/explanation-part.ts';
import { type Block, escapeText, type OutgoingMessage } from '../outgoing/message.ts';
import { ACTIONS } from './actions.ts';
import { smallPrint } from './plain-blocks.ts';
import { bold, code, type Inline, italic, paragraph, preformatted, richText, words } from './rich-text.ts';

type Sentence = readonly ExplanationPart[];

/** Says what a reader must know before the first word. */
export const explanationHead = (model: string): string => `In other words (AI-written by ${model})`;

/** A sentence in the Markdown that a stream takes. Values stand in code spans, where nothing comes alive. */
export function toMarkdown(sentence: Sentence): string {
  return sentence.map(markdownOf).join('');
}

function markdownOf({ kind, text }: ExplanationPart): string {
  const safe = escapeText(text.replaceAll('`', "'"));
  switch (kind) {
    case 'text':
      return safe.replace(/[*_~\\[\]#|]/g, '\\$&');
    case 'value':
    case 'code':
      return `\`${safe}\``;
    case 'title':
      return `\u201c${safe.replace(/[*_~\\[\]#|]/g, '\\$&')}\u201d`;
  }
}

/** A whole explanation as one message, where streaming is not to be had. */
export function toExplanation(
  sentences: readonly Sentence[],
  model: string,
  sent: string | null,
  note: string,
): OutgoingMessage {
  const text = sentences.map((sentence) => sentence.map((part) => part.text).join('')).join(' ');
  const runs = sentences.flatMap((sentence) => [...sentence.flatMap(inlineOf), ...words(' ')]);
  return {
    text: `${explanationHead(model)}: ${text}`,
    blocks: [...richText(paragraph(bold(explanationHead(model))), paragraph(runs)), ...explanationFooter(sent, note)],
  };
}

function inlineOf({ kind, text }: ExplanationPart): readonly Inline[] {
  switch (kind) {
    case 'text':
      return words(text);
    case 'value':
    case 'code':
      return code(text);
    case 'title':
      return italic(text);
  }
}

/** What stands below an explanation: where it comes from, what was sent for it, and whether it helped. */
export function explanationFooter(sent: string | null, note: string): readonly Block[] {
  const label = 'Every sentence was checked against the facts of the answer above; the answer does not rest on it.';
  return [
    ...smallPrint([`${note === '' ? '' : `${note} `}${label}`]),
    ...(sent === null ? [] : [sentButton(sent)]),
    feedbackButtons(),
  ];
}

function sentButton(value: string): Block {
  const text = 'What was sent';
  return {
    type: 'actions',
    elements: [
      {
        type: 'button',
        action_id: ACTIONS.sent,
        text: { type: 'plain_text', text, emoji: false },
        value,
        accessibility_label: `${text}: the exact request to the model, for your eyes`,
      },
    ],
  };
}

function feedbackButtons(): types.ContextActionsBlock {
  const button = (text: string, value: string, label: string) => ({
    text: { type: 'plain_text' as const, text },
    value,
    accessibility_label: label,
  });
  return {
    type: 'context_actions',
    elements: [
      {
        type: 'feedback_buttons',
        action_id: ACTIONS.explanationFeedback,
        positive_button: button('Helped', 'helped', 'This explanation helped'),
        negative_button: button('Did not help', 'did-not-help', 'This explanation did not help'),
      },
    ],
  };
}

/** What a model was shown, for the person who asks. */
export function toSent(text: string): OutgoingMessage {
  return {
    text: `This was sent to the model, and nothing else: ${text}`,
    blocks: richText(paragraph(words('This was sent to the model, and nothing else:')), preformatted(text)),
  };
}

/** Stands where an explanation was taken back. */
export function toWithdrawn(why: string): OutgoingMessage {
  return { text: why, blocks: richText(paragraph(words(why, { italic: true }))) };
}
