import { readTexts } from './texts.ts';
import { untilSemicolon } from './token-lists.ts';
import type { Tree } from './tree.ts';

/** Words that nginx writes after "while ", where they are set. */
export interface ActionPlace {
  readonly action: string;
  readonly file: string;
  readonly line: number;
  readonly function: string;
}

/** Finds what is assigned to a member `action`: `c->log->action = "…"`. An empty one ends the words and is left out. */
export function findActions(tree: Tree): readonly ActionPlace[] {
  return tree.files.flatMap((source) =>
    source.sections.flatMap(({ name, tokens }) =>
      tokens.flatMap((token, index) => {
        const isMember = tokens[index - 1]?.text === '->' || tokens[index - 1]?.text === '.';
        if (token.text !== 'action' || !isMember || tokens[index + 1]?.text !== '=') return [];
        const texts = readTexts(untilSemicolon(tokens, index + 2), { macros: tree.macros, source, body: tokens });
        return texts.map(({ text, line }) => ({ action: text, file: source.file, line, function: name }));
      }),
    ),
  );
}
