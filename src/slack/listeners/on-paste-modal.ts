import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import { z } from 'zod';
import { type ReadFile, readFiles } from '../incoming/read-paste.ts';
import { parseSlackFile } from '../incoming/slack-message.ts';
import type { Observe } from '../observe.ts';
import { FILE_INPUT, PASTE_INPUT } from '../views/paste-modal.ts';
import type { AnswerPrivately } from './answer-privately.ts';

type Submission = AllMiddlewareArgs & SlackViewMiddlewareArgs<ViewSubmitAction>;

const ValuesSchema = z.object({
  [PASTE_INPUT]: z.object({ [PASTE_INPUT]: z.object({ value: z.string().nullish() }) }).optional(),
  [FILE_INPUT]: z.object({ [FILE_INPUT]: z.object({ files: z.array(z.unknown()).nullish() }) }).optional(),
});

/** Answers what was pasted into the form, to the person who did it. The form remembers where its command was typed. */
export function onPasteModal(readFile: ReadFile, answerPrivately: AnswerPrivately, observe: Observe) {
  return async ({ view, ack }: Submission): Promise<void> => {
    const startedAt = performance.now();
    const values = ValuesSchema.parse(view.state.values);
    const typed = values[PASTE_INPUT]?.[PASTE_INPUT].value ?? '';
    const files = (values[FILE_INPUT]?.[FILE_INPUT].files ?? []).flatMap((file) => parseSlackFile(file) ?? []);
    if (typed.trim() === '' && files.length === 0) {
      return ack({ response_action: 'errors', errors: { [PASTE_INPUT]: 'Paste some log lines, or add a text file.' } });
    }
    await ack();
    const read = await readFiles(files, readFile);
    const text = [read.text, typed].filter((part) => part.trim() !== '').join('\n');
    const reply = await answerPrivately(view.private_metadata, { text, notices: read.notices });
    observe.onAnswered('modal', reply.kind, startedAt);
  };
}
