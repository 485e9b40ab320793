import { type JsonObject, objectAt, objectsAt, stringAt } from '../../test/fake-slack/json.ts';

interface Props {
  readonly block: JsonObject;
  /** What the bot found wrong with it; empty when nothing. */
  readonly error: string;
}

/** An input block with its label, hint and error tied to it. */
export function ModalInput({ block, error }: Props) {
  const element = objectAt(block, 'element');
  const id = `input-${stringAt(block, 'block_id')}`;
  const hint = stringAt(objectAt(block, 'hint'), 'text');
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  const common = {
    id,
    name: stringAt(element, 'action_id'),
    ...(described ? { 'aria-describedby': described } : {}),
    ...(error ? { 'aria-invalid': true } : {}),
  };
  return (
    <div className="modal-input">
      <label htmlFor={id}>
        {stringAt(objectAt(block, 'label'), 'text')}
        {block.optional === true && <span className="optional"> (optional)</span>}
      </label>
      <Field element={element} common={common} />
      {hint !== '' && (
        <p id={`${id}-hint`} className="hint">
          {hint}
        </p>
      )}
      {error !== '' && (
        <p id={`${id}-error`} className="error" role="alert">
          {error}
        </p>
      )}
    </div>
  );
}

interface FieldProps {
  readonly element: JsonObject;
  readonly common: { readonly id: string; readonly name: string };
}

function Field({ element, common }: FieldProps) {
  const placeholder = stringAt(objectAt(element, 'placeholder'), 'text');
  const initial = stringAt(element, 'initial_value');
  if (element.type === 'file_input') return <input {...common} type="file" multiple={element.max_files !== 1} />;
  if (element.type === 'static_select' || element.type === 'radio_buttons') {
    return (
      <select {...common}>
        {objectsAt(element, 'options').map((option) => (
          <option value={stringAt(option, 'value')} key={stringAt(option, 'value')}>
            {stringAt(objectAt(option, 'text'), 'text')}
          </option>
        ))}
      </select>
    );
  }
  const typed = { ...common, placeholder, defaultValue: initial };
  const longest = typeof element.max_length === 'number' ? element.max_length : 3000;
  return element.multiline === true ? (
    <textarea {...typed} rows={8} maxLength={longest} spellCheck={false} />
  ) : (
    <input {...typed} type="text" maxLength={longest} />
  );
}
