import type { SourceFile } from './source-file.ts';
import { readTexts, type Text } from './texts.ts';
import { splitArguments, type Tokens } from './token-lists.ts';
import type { Tree } from './tree.ts';

/** A text that a directive's handler returns; ngx_conf_handler writes it after `"NAME" directive `. */
export interface HandlerText extends Text {
  readonly source: SourceFile;
  readonly function: string;
  /** Sorted; never empty. */
  readonly directives: readonly string[];
}

/** Finds them by the tables of commands, which name each directive's handler. Source: nginx src/core/ngx_conf_file.c. */
export function findHandlerTexts(tree: Tree): readonly HandlerText[] {
  const directivesOf = readCommandTables(tree);
  return tree.files.flatMap((source) => {
    const handed = handDown(source, directivesOf);
    return source.sections.flatMap((section) => {
      const directives = handed.get(section.name);
      if (!directives) return [];
      return returnedTexts(section.tokens, tree, source).map((text) => ({
        ...text,
        text: `"%s" directive ${text.text}`,
        source,
        function: section.name,
        directives: [...directives].toSorted(),
      }));
    });
  });
}

function returnedTexts(body: Tokens, tree: Tree, source: SourceFile): readonly Text[] {
  return body.flatMap((token, index) => {
    if (token.kind !== 'name' || token.text !== 'return') return [];
    const end = body.findIndex(({ text }, at) => at > index && text === ';');
    const texts = readTexts(body.slice(index + 1, end), { macros: tree.macros, source, body });
    return texts.map((text) => ({ ...text, line: token.line }));
  });
}

type DirectivesOf = ReadonlyMap<string, ReadonlySet<string>>;

/** `{ ngx_string("name"), contexts, handler, offset, offset, &post }` with `ngx_conf_post_t post = { handler }`
 * or `ngx_conf_post_handler_pt post = handler`. */
function readCommandTables(tree: Tree): DirectivesOf {
  const directivesOf = new Map<string, Set<string>>();
  const postHandlers = new Map(
    tree.files.flatMap(({ sections }) => sections.flatMap(({ tokens }) => findPosts(tokens))),
  );
  for (const { sections } of tree.files) {
    for (const { tokens } of sections) {
      for (const { directive, handler, post } of findCommands(tokens)) {
        for (const name of [handler, postHandlers.get(post)]) {
          if (name === undefined) continue;
          directivesOf.set(name, (directivesOf.get(name) ?? new Set<string>()).add(directive));
        }
      }
    }
  }
  return directivesOf;
}

interface Command {
  readonly directive: string;
  readonly handler: string;
  readonly post: string;
}

function findCommands(tokens: Tokens): readonly Command[] {
  return tokens.flatMap((token, index) => {
    const name = tokens[index + 3];
    if (token.text !== '{' || tokens[index + 1]?.text !== 'ngx_string' || name?.kind !== 'string') return [];
    const { list } = splitArguments(tokens, index);
    const [, , handler = [], , , post = []] = list;
    return [{ directive: name.text, handler: handler.at(-1)?.text ?? '', post: post.at(-1)?.text ?? '' }];
  });
}

function findPosts(tokens: Tokens): readonly (readonly [string, string])[] {
  return tokens.flatMap((token, index) => {
    const isPost = /^ngx_conf_post(?:_handler_p)?_?t$/.test(token.text) && tokens[index + 2]?.text === '=';
    const handler = tokens.slice(index + 3, index + 5).find(({ kind }) => kind === 'name');
    return isPost && handler ? [[tokens[index + 1]?.text ?? '', handler.text] as const] : [];
  });
}

const MOST_STEPS = 3;

/** A handler may return what a function of the same file returns, which then speaks for the handler's directives. */
function handDown(source: SourceFile, directivesOf: DirectivesOf): DirectivesOf {
  const own = new Set(source.sections.map(({ name }) => name));
  const handed = new Map([...directivesOf].map(([name, directives]) => [name, new Set(directives)]));
  for (let step = 0; step < MOST_STEPS; step += 1) {
    for (const { name, tokens } of source.sections) {
      const directives = handed.get(name);
      if (!directives) continue;
      for (const callee of returnedCalls(tokens)) {
        if (!own.has(callee) || callee === name) continue;
        handed.set(callee, new Set([...(handed.get(callee) ?? []), ...directives]));
      }
    }
  }
  return handed;
}

/** `return f(…)` and `rv = f(…)`. */
const returnedCalls = (body: Tokens): readonly string[] =>
  body.flatMap((token, index) => {
    const after = body[index + 1];
    const hands = token.text === 'return' || token.text === '=';
    return hands && after?.kind === 'name' && body[index + 2]?.text === '(' ? [after.text] : [];
  });
