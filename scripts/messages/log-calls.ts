import { LOGGER_OF, type Logger } from './loggers.ts';
import type { Macros } from './macros.ts';
import type { SourceFile } from './source-file.ts';
import { readTexts, type Scope, type Text } from './texts.ts';
import { splitArguments, type Tokens, toCode } from './token-lists.ts';

/** One call of a logger, with every text that its format can be. */
export interface LogCall {
  readonly logger: Logger;
  readonly source: SourceFile;
  readonly function: string;
  /** Where the call starts. */
  readonly line: number;
  /** Empty where the text is known at run time only. */
  readonly formats: readonly Text[];
  readonly level: Level;
  /** The argument as written; null when no errno is ever appended. */
  readonly errno: string | null;
  /** Expressions for the format's values. */
  readonly values: readonly Tokens[];
  readonly scope: Scope;
}

interface Level {
  readonly level: string;
  readonly levels: readonly string[];
}

const LEVEL_NAMES: ReadonlyMap<string, string> = new Map([
  ['NGX_LOG_STDERR', 'stderr'],
  ['NGX_LOG_EMERG', 'emerg'],
  ['NGX_LOG_ALERT', 'alert'],
  ['NGX_LOG_CRIT', 'crit'],
  ['NGX_LOG_ERR', 'error'],
  ['NGX_LOG_WARN', 'warn'],
  ['NGX_LOG_NOTICE', 'notice'],
  ['NGX_LOG_INFO', 'info'],
  ['NGX_LOG_DEBUG', 'debug'],
]);

/** Finds the calls of loggers in one file. Declarations and the loggers' own bodies are left out. */
export function findLogCalls(source: SourceFile, macros: Macros): readonly LogCall[] {
  return source.sections.flatMap(({ name, tokens }) => {
    if (LOGGER_OF.has(name)) return [];
    const scope: Scope = { macros, body: tokens, source };
    return tokens.flatMap((token, index) => {
      const logger = LOGGER_OF.get(token.text);
      if (!logger || token.kind !== 'name' || tokens[index + 1]?.text !== '(' || token.column === 0) return [];
      const { list } = splitArguments(tokens, index + 1);
      const format = list[logger.format];
      if (!format || isDeclaration(tokens, index)) return [];
      return [toCall(logger, name, token.line, list, { ...scope, body: reaching(tokens, index, format) })];
    });
  });
}

/** Where a variable's text may come from: the statement right before the call if that sets it, else the whole function. */
function reaching(tokens: Tokens, index: number, [variable]: Tokens): Tokens {
  const start = tokens.findLastIndex(({ text }, at) => at < index - 1 && [';', '{', '}', ':'].includes(text)) + 1;
  const [first, second] = tokens.slice(start, index);
  return first?.text === variable?.text && second?.text === '=' ? tokens.slice(start, index) : tokens;
}

/** A prototype names a type in front: `void ngx_log_abort(…)`. A call follows punctuation or a keyword. */
function isDeclaration(tokens: Tokens, index: number): boolean {
  const before = tokens[index - 1];
  return before?.kind === 'name' && before.text !== 'return' && before.text !== 'else';
}

function toCall(logger: Logger, name: string, line: number, list: readonly Tokens[], scope: Scope): LogCall {
  const compose = logger.compose ?? ((text: string) => text);
  const format = list[logger.format] ?? [];
  const texts = readTexts(format, scope).map((text) => ({ ...text, text: compose(text.text) }));
  // what a variable holds is found at its assignment, what is written at the call at the call
  const isVariable = format[0]?.kind === 'name' && !scope.macros.has(format[0].text);
  return {
    logger,
    source: scope.source,
    function: name,
    line,
    formats: isVariable ? texts : texts.map((text) => ({ ...text, line })),
    level: levelOf(logger, list, scope),
    errno: logger.errno === null ? null : toCode(list[logger.errno] ?? []),
    values: list.slice(logger.format + 1),
    scope,
  };
}

function levelOf(logger: Logger, list: readonly Tokens[], scope: Scope): Level {
  if (typeof logger.level === 'string') return { level: logger.level, levels: logger.levels ?? [] };
  const expression = list[logger.level] ?? [];
  const named = levelsIn(expression);
  const [only] = named;
  if (named.length === 1 && only !== undefined) return { level: only, levels: [] };
  const variable = expression.at(-1)?.text ?? '';
  const assigned = scope.body.flatMap((token, index) =>
    token.text === variable && scope.body[index + 1]?.text === '=' ? levelsIn(scope.body.slice(index, index + 16)) : [],
  );
  return { level: 'variable', levels: [...new Set([...named, ...assigned])] };
}

const levelsIn = (tokens: Tokens): readonly string[] => [
  ...new Set(tokens.flatMap(({ text }) => LEVEL_NAMES.get(text) ?? [])),
];
