import type { types } from '@slack/bolt';
import { LIMITS } from '../outgoing/limits.ts';
import { PASTE_MODAL } from './actions.ts';

/** Names of the modal's inputs, by which their values are found again. */
export const PASTE_INPUT = 'lines';
export const FILE_INPUT = 'files';

/** A form to paste into; `metadata` comes back with it. */
export function toPasteModal(metadata: string): types.ModalView {
  return {
    type: 'modal',
    callback_id: PASTE_MODAL,
    private_metadata: metadata,
    title: plain('Why this nginx error?'),
    submit: plain('Explain'),
    close: plain('Cancel'),
    blocks: [
      {
        type: 'input',
        block_id: PASTE_INPUT,
        optional: true,
        label: plain('Log lines'),
        hint: plain("Whole lines of nginx's error log; the backend's log and access lines of the same minute help."),
        element: {
          type: 'plain_text_input',
          action_id: PASTE_INPUT,
          multiline: true,
          max_length: LIMITS.plainTextInput,
          focus_on_load: true,
        },
      },
      {
        type: 'input',
        block_id: FILE_INPUT,
        optional: true,
        label: plain('Or a text file, for more than 3,000 characters'),
        element: { type: 'file_input', action_id: FILE_INPUT, max_files: 3 },
      },
    ],
  };
}

function plain(text: string): types.PlainTextElement {
  return { type: 'plain_text', text, emoji: false };
}
