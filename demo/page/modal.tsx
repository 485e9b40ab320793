import { type FormEvent, useEffect, useRef, useState } from 'react';
import { type JsonObject, objectAt, objectsAt, stringAt } from '../../test/fake-slack/json.ts';
import type { Act, Outcome } from '../act.ts';
import { Blocks } from './blocks.tsx';
import { ModalInput } from './modal-input.tsx';

interface Props {
  readonly view: JsonObject;
  readonly send: (act: Act) => Promise<Outcome>;
}

type Values = Extract<Act, { do: 'submit' }>['values'];

/** A modal of the bot. Inputs keep what was typed while the bot updates the rest. */
export function Modal({ view, send }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [errors, setErrors] = useState<Outcome['errors']>({});
  const title = stringAt(objectAt(view, 'title'), 'text');
  const submit = stringAt(objectAt(view, 'submit'), 'text');
  const close = stringAt(objectAt(view, 'close'), 'text') || (submit ? 'Cancel' : 'Close');
  const id = stringAt(view, 'id');

  useEffect(() => {
    const before = document.activeElement;
    if (id && dialog.current?.open === false) dialog.current.showModal();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, [id]);

  async function onSubmit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    setErrors({});
    const outcome = await send({ do: 'submit', values: await readForm(event.currentTarget) });
    setErrors(outcome.errors);
  }

  return (
    <dialog
      ref={dialog}
      className="modal"
      aria-labelledby="modal-title"
      onCancel={() => void send({ do: 'close-modal' })}
    >
      <form onSubmit={(event) => void onSubmit(event)} noValidate>
        <header className="modal-head">
          <h2 id="modal-title">{title}</h2>
        </header>
        <div className="modal-body">
          {objectsAt(view, 'blocks').map((block, index) => {
            const key = stringAt(block, 'block_id') || String(index);
            if (block.type === 'input') return <ModalInput block={block} error={stringAt(errors, key)} key={key} />;
            const onAction = (actionId: string): void => void send({ do: 'click-in-modal', actionId });
            return <Blocks blocks={[block]} id={`v${id}.${index}`} onAction={onAction} key={key} />;
          })}
        </div>
        <footer className="modal-foot">
          <button type="button" className="outlined" onClick={() => void send({ do: 'close-modal' })}>
            {close}
          </button>
          {submit !== '' && (
            <button type="submit" className="send">
              {submit}
            </button>
          )}
        </footer>
      </form>
    </dialog>
  );
}

async function readForm(form: HTMLFormElement): Promise<Values> {
  const values: Values = {};
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string') values[name] = value;
    else if (value.size > 0) {
      const earlier = values[name];
      const file = { name: value.name, content: await value.text() };
      values[name] = [...(Array.isArray(earlier) ? earlier : []), file];
    }
  }
  return values;
}
