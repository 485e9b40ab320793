import { type JsonObject, objectAt, stringAt } from './json.ts';
import type { SlackState } from './slack-state.ts';
import { toWireFile } from './wire-message.ts';
import type { SlackFile } from './workspace.ts';

/** What a person put into a modal, by the action id of the input: text, an option's value, or uploaded files. */
export type Values = Readonly<Record<string, string | readonly { readonly name: string; readonly content: string }[]>>;

/** The `state.values` of a submission: by block id, then action id. An input without a value holds null. */
export function readValues(blocks: readonly JsonObject[], values: Values, slack: SlackState): JsonObject {
  const inputs = blocks.filter(({ type }) => type === 'input');
  return Object.fromEntries(
    inputs.map((block) => {
      const element = objectAt(block, 'element');
      const id = stringAt(element, 'action_id');
      return [stringAt(block, 'block_id'), { [id]: toState(stringAt(element, 'type'), values[id], slack) }];
    }),
  );
}

function toState(type: string, value: Values[string] | undefined, slack: SlackState): JsonObject {
  if (type === 'file_input') {
    const files = Array.isArray(value) ? value : [];
    return { type, files: files.map((file) => toWireFile(store(file, slack), slack.workspace, slack.filesUrl)) };
  }
  const text = typeof value === 'string' && value !== '' ? value : null;
  if (type.endsWith('_select') || type === 'radio_buttons') {
    return { type, selected_option: text === null ? null : { value: text, text: { type: 'plain_text', text } } };
  }
  return { type, value: text };
}

function store(
  { name, content }: { readonly name: string; readonly content: string },
  { workspace }: SlackState,
): SlackFile {
  const id = workspace.nextId('F');
  const bytes = Buffer.from(content);
  const file: SlackFile = {
    id,
    name,
    title: name,
    mode: 'hosted',
    mimetype: 'text/plain',
    content: bytes,
    shared: true,
    alt: '',
  };
  workspace.files.set(id, file);
  return file;
}
