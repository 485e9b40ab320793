import { type CommandNode, forEachChild, type ParsedScript, parse, type SyntaxNode } from 'unbash';
import type { Entry } from '../core/entry.ts';
import { fillCommand } from '../core/fill/fill-in.ts';
import { fieldsOf } from './lint-fields.ts';
import type { Problem } from './problem.ts';

/** Each `run` is one command or one pipeline for any POSIX-like shell: what a reader copies does one thing, and all of it shows. */
export function lintShell(entry: Entry): readonly Problem[] {
  return fieldsOf(entry)
    .filter(({ kind }) => kind === 'command')
    .flatMap(({ path, text }) =>
      complaintsAbout(text).map((complaint) => ({ at: entry.id, path, text: complaint, weight: 'error' as const })),
    );
}

/** A command of an entry as a shell reads it while no placeholder has a value. */
export const parseCommand = (run: string): ParsedScript => parse(fillCommand(run, new Map()));

function complaintsAbout(run: string): readonly string[] {
  const script = parseCommand(run);
  const [statement, ...others] = script.commands;
  if (script.errors?.length) return [`is no shell command: ${script.errors[0]?.message}`];
  if (!statement) return ['holds no command'];
  if (others.length > 0 || /\n/.test(run)) return ['is more than one command: make each a step of its own'];
  if (statement.background) return ['runs in the background: a reader sees nothing of it'];
  if (statement.command.type === 'AndOr') return ['joins commands by && or ||: make each a step of its own'];
  return [...shapeOf(statement.command), ...substitutionsIn(script)];
}

function shapeOf(
  node: CommandNode | { readonly type: 'Pipeline'; readonly commands: readonly CommandNode[] },
): readonly string[] {
  const parts = node.type === 'Pipeline' ? node.commands : [node];
  const odd = parts.find(({ type }) => type !== 'Command');
  return odd ? [`holds a ${odd.type}: a command or a pipeline of commands is all that a step may be`] : [];
}

function substitutionsIn(node: SyntaxNode): readonly string[] {
  const found: string[] = [];
  if (node.type === 'CommandExpansion' || node.type === 'ProcessSubstitution')
    found.push(
      `has ${node.text}, a command inside the command: run that as a step of its own and let a blank take its result`,
    );
  forEachChild(node, (child) => found.push(...substitutionsIn(child)));
  return found;
}
