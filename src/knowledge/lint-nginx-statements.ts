/** A directive in a piece of nginx's configuration. */
export interface Statement {
  readonly name: string;
  /** Names of the blocks around it inside the piece, outermost first. */
  readonly inside: readonly string[];
}

const TOKENS = /#[^\n]*|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|[;{}]|(?:\\.|\$\{\w+\}|[^\s;{}"'#\\])+/g;

/** The directives of a piece of configuration in order. Null where it isn't nginx's syntax: something before a brace or the end
 * lacks its semicolon. */
export function parseStatements(text: string): readonly Statement[] | null {
  const statements: Statement[] = [];
  const inside: string[] = [];
  let name: string | null = null;
  for (const [token] of text.matchAll(TOKENS)) {
    if (token.startsWith('#')) continue;
    if (token === ';' || token === '{') {
      if (name === null) return null;
      statements.push({ name, inside: [...inside] });
      if (token === '{') inside.push(name);
      name = null;
    } else if (token === '}') {
      if (name !== null) return null;
      inside.pop();
    } else {
      name ??= token;
    }
  }
  return name === null ? statements : null;
}
