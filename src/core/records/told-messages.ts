import { LOG_KEYS } from '../paste/log-keys.ts';

/** Where a message of nginx's shows in other words: the system's error as nginx writes it, what nginx was doing, its own process,
 * lua's code. */
const ANCHOR =
  /\(\d{1,5}: [^()]{2,160}\)| while (?=[a-z])|\b\d{1,10}#\d{1,20}: \*\d|\[(?:lua|kong)\] [\w./-]{1,300}:\d/g;
const MOST_ANCHORS = 2;
const ERRNO = /\(\d{1,5}: [^()]{2,160}\)/y;
const WHILE = / while (?=[a-z])/y;
const PLACE = / in [^\s"]{1,1024}:\d{1,7}/y;
const CONTEXT = /, (?:client|server|context|resolver): ?/y;
/** Where a word begins: behind a space, a quote or a parenthesis, or behind a script that is written without spaces. */
const WORD = /(?<=^|[\s"'`([{*\u3000-\u9fff\uff00-\uff65])[a-z\d[*"]/gi;
/** The longest action has 7 words. */
const MOST_WORDS_OF_ACTION = 8;
const MOST_WORDS_BEFORE = 16;
const LONGEST_LINE = 2_000;

/** The messages of nginx's that a sentence of another may tell, or that stand behind a head that nobody knows: every text from a word
 * of the line to where its errno, action, place and context end, the longest first. None for source code, and none for lines without
 * any of these. They are candidates only: whoever asks must find a template that fits the whole. */
export function toldMessages(line: string, isAction: (words: string) => boolean): readonly string[] {
  if (line.length > LONGEST_LINE || PATTERN.test(line)) return [];
  const anchors = [...line.matchAll(ANCHOR)].slice(0, MOST_ANCHORS);
  return anchors.flatMap(({ 0: shown, index }) => toldAround(line, index, endAt(line, index, shown, isAction)));
}

/** A message that begins where the text begins, up to where its errno, action, place and context end; null where it has none of them, or
 * ends with them. */
export function upToEnd(text: string, isAction: (words: string) => boolean): string | null {
  const anchor = [...text.matchAll(ANCHOR)][0];
  const end = anchor ? endAt(text, anchor.index, anchor[0], isAction) : null;
  return end === null || end === text.length ? null : text.slice(0, end);
}

/** `end` is null where nothing of nginx's is. */
function toldAround(line: string, anchor: number, end: number | null): readonly string[] {
  if (end === null || CODE_BEHIND.test(line.slice(end))) return [];
  const starts = [...line.slice(0, anchor + 1).matchAll(WORD)].slice(-MOST_WORDS_BEFORE);
  return starts.filter(({ index }) => !isForeign(line.slice(0, index))).map(({ index }) => line.slice(index, end));
}

/** Source code and commands that search: a quote behind a parenthesis, an operator, a command's name, wherever the message stands in
 * what the quote opens. */
const CODE_BEFORE =
  /\w\([rfb]?["'`]|(?:^|\s)(?:[=+?]|[=!]=|[+=]>?=?) ?[rfb]?#?["'`]|=> ?["'`]|[(,[{] ?["'`]$|\b(?:e?grep|rg|ag|awk|sed|echo|assert|match|contains|includes) (?:-\S{1,20} ){0,4}["'`]/;
const CODE_BEHIND = /^["'`]\s*[;)\]}]|^["'`]\s+in\s+[\w.()]+\s*(?:[:)\]]|$)|[;{]\s*$/;
/** A regular expression for such lines. */
const PATTERN = /\\(?:[sSdDwW][+*)]|\()/;

/** A request, or a value under a key that holds no log line, as access logs of any format have them: clients wrote it. */
const REQUEST = / HTTP\/\d/;
const KEY_OF_VALUE = /(?:\b([\w.@-]{1,40})=|"([\w.@-]{1,40})"(?::| ?=>) ?)["'`][^"'`]{0,1000}$/;

/** What a message begins behind, when it is somebody else's. */
const isForeign = (text: string): boolean => CODE_BEFORE.test(text) || isOfClient(text);

function isOfClient(text: string): boolean {
  if (REQUEST.test(text)) return true;
  const [, equals, colon] = KEY_OF_VALUE.exec(text) ?? [];
  const key = equals ?? colon;
  return key !== undefined && !LOG_KEYS.has(key);
}

/** Columns of a table are set apart by more than one space. */
const COLUMN_END = /\s{2,}|$/g;

function endAt(line: string, anchor: number, shown: string, isAction: (words: string) => boolean): number | null {
  const behindErrno = endOf(ERRNO, line, anchor);
  const behindAction = endOfAction(line, behindErrno, isAction);
  const behindPlace = endOf(PLACE, line, behindAction);
  if (behindPlace > anchor) return endOf(CONTEXT, line, behindPlace) > behindPlace ? line.length : behindPlace;
  if (shown === WHILE_WORD) return null;
  COLUMN_END.lastIndex = anchor;
  return COLUMN_END.exec(line)?.index ?? line.length;
}

const WHILE_WORD = ' while ';

/** Where the match of `pattern` that begins at `at` ends; `at` where none does. */
function endOf(pattern: RegExp, line: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(line) ? pattern.lastIndex : at;
}

const ACTION_WORD = /[\w()/-]+ ?/y;

/** Behind the longest action of nginx's that stands at `at`. */
function endOfAction(line: string, at: number, isAction: (words: string) => boolean): number {
  const start = endOf(WHILE, line, at);
  let end = at;
  let next = start;
  for (let words = 0; start > at && words < MOST_WORDS_OF_ACTION; words += 1) {
    next = endOf(ACTION_WORD, line, next);
    const said = line.slice(start, next).trimEnd();
    if (isAction(said)) end = start + said.length;
  }
  return end;
}
