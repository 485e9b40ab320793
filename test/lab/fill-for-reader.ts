import { quote } from 'shlex';
import type { Stage } from './scenario.ts';

const EXAMPLE = 'what the entry writes as an example';

/** Puts in what the engine leaves to its reader: the blanks (`<backend-unit>`; in a command `'<backend-unit>'`, a word of its own), and
 * what stands here for the entry's examples. */
export function fillForReader(
  text: string,
  { blanks, examples }: Stage,
  kind: 'command' | 'change',
): { readonly text: string; readonly standIns: readonly string[] } {
  const standIns: string[] = [];
  let filled = text;
  for (const [name, value] of Object.entries({ 'backend-unit': 'app.service', ...blanks }))
    filled =
      kind === 'command' ? filled.replaceAll(`'<${name}>'`, quote(value)) : filled.replaceAll(`<${name}>`, value);
  for (const [example, value] of Object.entries(examples ?? {})) {
    if (!filled.includes(example)) continue;
    filled = filled.replaceAll(example, value);
    standIns.push(EXAMPLE);
  }
  return { text: filled, standIns };
}
