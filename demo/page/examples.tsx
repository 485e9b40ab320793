import type { Example } from '../examples.ts';

interface Props {
  readonly examples: readonly Example[];
  readonly onChoose: (example: Example) => void;
}

/** Pastes to click; each is posted as if a person had pasted it. */
export function Examples({ examples, onChoose }: Props) {
  return (
    <section className="examples" aria-labelledby="examples-title">
      <h2 id="examples-title">Paste an example</h2>
      <ul>
        {examples.map((example) => (
          <li key={example.id}>
            <button type="button" onClick={() => onChoose(example)}>
              <strong>{example.title}</strong>
              <span>{example.about}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
