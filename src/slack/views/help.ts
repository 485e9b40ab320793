import type { OutgoingMessage } from '../outgoing/message.ts';
import { COMMAND } from './actions.ts';
import { exampleButton } from './buttons.ts';
import { headline, smallPrint } from './plain-blocks.ts';
import { bold, bullets, code, type Inline, paragraph, richText, words } from './rich-text.ts';

/** How to ask, for `/nginx-why help` and for an empty mention. `languages` are the codes of those that explanations by a model can
 * have; empty where there are no explanations. */
export function toHelp(languages: readonly string[]): OutgoingMessage {
  return {
    text:
      'Paste an nginx error and I say what it means, why it happened, how to fix it and how to see that it worked. ' +
      `Mention me with the lines, or in the thread of an alert. Send them to me directly, also as a file. Or use ${COMMAND} with the lines, or alone to get a form.`,
    blocks: [
      ...headline('Paste an nginx error, get its cause and fix'),
      ...richText(
        bullets([
          [...bold('In a channel: '), ...words('mention me with the lines, or alone in the thread of an alert.')],
          [
            ...bold('Go on in the thread: '),
            ...words(
              "mention me with the next lines (the backend's log, what a check printed, the lines since the fix).",
            ),
          ],
          [...bold('On any message: '), ...words('⋮ → “Why this nginx error?”')],
          [
            ...bold('Only for you: '),
            ...code(`${COMMAND} <lines>`),
            ...words(', or alone to get a form; you can share the answer afterwards.'),
          ],
          [...bold('Directly: '), ...words('send me the lines, a snippet or a text file.')],
          languages.length === 0 ? [] : explanationLine(languages),
        ]),
      ),
      ...richText(
        paragraph(
          words(
            "Good pastes hold a few whole lines of nginx's error log, with the backend's log and the access lines of the same minute: the more they show, the surer the answer.",
          ),
        ),
      ),
      exampleButton(),
      ...smallPrint(['I read only what you hand me, and run nothing.']),
    ],
  };
}

function explanationLine(languages: readonly string[]): readonly Inline[] {
  return [
    ...bold('In other words: '),
    ...words('“Explain” below an answer asks a model. '),
    ...code(`${COMMAND} language ${languages.join('|')}`),
    ...words(' chooses the language for you, '),
    ...code(`${COMMAND} explain off`),
    ...words(' turns it off in a channel.'),
  ];
}
