import { findHandlerTexts } from './directives.ts';
import { expandCall } from './expansions.ts';
import { findLogCalls, type LogCall } from './log-calls.ts';
import type { Platform } from './platform.ts';
import type { Text } from './texts.ts';
import type { Tree } from './tree.ts';

/** One message as the source says it; the catalogue adds what only people know. */
export interface ScannedMessage {
  readonly template: string;
  readonly level: string;
  readonly levels: readonly string[];
  /** The argument as written; null when no errno is ever appended. */
  readonly errno: string | null;
  readonly ssl: boolean;
  readonly inFile: boolean;
  readonly file: string;
  readonly line: number;
  readonly function: string;
  readonly directives: readonly string[];
  readonly platform: Platform;
  /** The template as written at the call, when nginx's own words were filled in. */
  readonly base: string | null;
  /** Exists only through the templates that have it as `base`. */
  readonly abstract: boolean;
}

/** A call whose text is known at run time only. */
export interface UnreadCall {
  readonly file: string;
  readonly line: number;
  readonly function: string;
  readonly logger: string;
}

export interface Scan {
  readonly messages: readonly ScannedMessage[];
  readonly unread: readonly UnreadCall[];
}

/** Finds every message of a tree. `only` limits the files whose calls are read; the others lend their macros. */
export function scanTree(tree: Tree, only: (file: string) => boolean = () => true): Scan {
  const own: Tree = { ...tree, files: tree.files.filter(({ file }) => only(file)) };
  const calls = own.files
    .flatMap((source) => findLogCalls(source, tree.macros))
    .filter(({ level }) => level.level !== 'debug');
  return {
    messages: distinct([...calls.flatMap((call) => toMessages(call, tree)), ...handlerMessages(own)]),
    unread: calls
      .filter(({ formats }) => formats.length === 0)
      .map(({ source, line, function: name, logger }) => ({
        file: source.file,
        line,
        function: name,
        logger: logger.name,
      })),
  };
}

/** A variable's text is found once for each call that the variable reaches. */
const distinct = (messages: readonly ScannedMessage[]): readonly ScannedMessage[] => [
  ...new Map(
    messages.map((one) => [JSON.stringify([one.file, one.line, one.template, one.platform]), one] as const),
  ).values(),
];

function toMessages(call: LogCall, tree: Tree): readonly ScannedMessage[] {
  return call.formats.flatMap((format) => {
    const expanded = expandCall(call, format, tree);
    return [
      toMessage(call, format, null, expanded.length > 0),
      ...expanded.map((text) => toMessage(call, { ...text, line: format.line }, format.text, false)),
    ];
  });
}

const toMessage = (call: LogCall, text: Text, base: string | null, abstract: boolean): ScannedMessage => ({
  template: text.text,
  ...call.level,
  errno: call.errno === '0' ? null : call.errno,
  ssl: call.logger.ssl ?? false,
  inFile: call.logger.inFile ?? false,
  file: call.source.file,
  line: text.line,
  function: call.function,
  directives: [],
  platform: text.platform,
  base,
  abstract,
});

const handlerMessages = (tree: Tree): readonly ScannedMessage[] =>
  findHandlerTexts(tree).map(({ text, platform, line, source, function: name, directives }) => ({
    template: text,
    level: 'emerg',
    levels: [],
    errno: null,
    ssl: false,
    inFile: true,
    file: source.file,
    line,
    function: name,
    directives,
    platform,
    base: null,
    abstract: false,
  }));
