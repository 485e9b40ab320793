import type { CompanionPattern } from '../companion.ts';
import { type Configuration, toConfiguration } from '../config/configuration.ts';
import { readForest } from '../config/read-forest.ts';
import type { PastedLine } from '../paste/pasted-line.ts';
import type { Steps } from '../steps.ts';
import type { ErrorRecord, LogRecord } from './log-record.ts';
import { readAccessLine } from './read-access.ts';
import { readBareMessage, readControllerLine, readErrorLine } from './read-error.ts';
import { toldMessages } from './told-messages.ts';

/** What reading needs from the knowledge. */
export interface Reader {
  /** True for nginx's words after "while ". */
  readonly isAction: (words: string) => boolean;
  /** True for all of nginx's words after "while ". */
  readonly isWholeAction: (words: string) => boolean;
  /** True for the name of one of nginx's directives. */
  readonly isDirective: (name: string) => boolean;
  /** Lines of other programs that say something, most specific first. */
  readonly matchCompanion: (text: string) => readonly CompanionMatch[];
  /** True when a line without a head is certainly one of nginx's messages. */
  readonly isBareMessage: (candidate: ErrorRecord) => boolean;
  /** The same for a text out of the middle of a line. */
  readonly isToldMessage: (candidate: ErrorRecord) => boolean;
  /** True when a line with a controller's head is one that the knowledge explains. */
  readonly isControllerMessage: (candidate: ErrorRecord) => boolean;
}

export interface CompanionMatch {
  readonly program: string;
  readonly pattern: CompanionPattern;
  readonly values: Readonly<Record<string, string>>;
}

/** Longer lines are not log lines of a program that could be a companion, nor bare messages. */
const LONGEST_OTHER = 8_192;

/** What a paste holds. */
export interface Contents {
  /** One for each line, in order. */
  readonly records: readonly LogRecord[];
  readonly configuration: Configuration;
}

/** Lines that are read in one step. */
const LINES_A_STEP = 64;

/** Reads every line, and the configuration among them as a whole. Never throws; what nobody writes is `unknown`. */
export function* readRecords(lines: readonly PastedLine[], reader: Reader): Steps<Contents> {
  const logged: (LogRecord | null)[] = [];
  for (const line of lines) {
    if (logged.length % LINES_A_STEP === LINES_A_STEP - 1) yield;
    logged.push(readLogged(line, reader));
  }
  const others = lines.map((line, index) => (logged[index] ? null : line));
  yield;
  const forest = readForest(others, reader.isDirective);
  yield;
  const records: LogRecord[] = [];
  for (const line of lines) {
    if (records.length % LINES_A_STEP === LINES_A_STEP - 1) yield;
    records.push(logged[records.length] ?? forest.recordOf(line) ?? readOther(line, reader));
  }
  yield;
  return { records, configuration: toConfiguration(forest) };
}

/** Lines that tell by themselves that nginx logged them. */
function readLogged(line: PastedLine, reader: Reader): LogRecord | null {
  const error = readErrorLine(line, reader.isAction);
  if (error) return error;
  const controller = readControllerLine(line, reader.isAction);
  if (controller && reader.isControllerMessage(controller)) return controller;
  const fields = readAccessLine(line.text);
  if (fields) return { kind: 'access', ...placeOf(line), fields };
  return line.text.length > LONGEST_OTHER ? { kind: 'unknown', ...placeOf(line) } : null;
}

const placeOf = ({ at, text, prefix }: PastedLine) => ({ at, text, prefix });

function readOther(line: PastedLine, reader: Reader): LogRecord {
  const ownContext = line.text.includes(', client: ') ? readQuoted(line, reader) : null;
  if (ownContext) return ownContext;
  const [companion] = reader.matchCompanion(line.text);
  if (companion) return { kind: 'companion', ...placeOf(line), ...companion };
  return readQuoted(line, reader) ?? { kind: 'unknown', ...placeOf(line) };
}

const CODE_SPAN = /`([^`]{16,2000})`/;
const SAID = /^[A-Za-z][A-Za-z ,.'-]{0,80}:? "(.{16,2000}?)"?$/;

const QUOTED = /^["'`]{1,3}(.{8,2000}?)["'`]{1,3}[.,;]?$/;
/** A quote that goes over several lines: only its beginning, or only its end, is on this one. */
const HALF_QUOTED = /^"([^"]{8,2000}?)[.,;]?$/;

/** Only the message was pasted: as the whole line, in quotes or a code span, or in quotes after a few words. */
function readQuoted(line: PastedLine, reader: Reader): ErrorRecord | null {
  const texts = [line.text, ...[QUOTED, HALF_QUOTED, CODE_SPAN, SAID].map((form) => form.exec(line.text)?.[1])];
  const candidates = texts
    .filter((text) => text !== undefined)
    .map(
      (text) =>
        readErrorLine({ ...line, text }, reader.isAction) ?? readBareMessage({ ...line, text }, reader.isAction),
    );
  const found = candidates.find(reader.isBareMessage) ?? readTold(line, reader) ?? candidates.find(hasOwnContext);
  return found ? { ...found, text: line.text } : null;
}

/** A message inside of a sentence, or behind a head that nobody knows. */
function readTold(line: PastedLine, reader: Reader): ErrorRecord | null {
  for (const text of toldMessages(line.text, reader.isWholeAction)) {
    const told = readBareMessage({ ...line, text }, reader.isAction);
    if (reader.isToldMessage(told)) return told;
  }
  return null;
}

/** Somebody's pattern for such lines (fail2ban, grok), not a line. */
const REGEX_CLASS = /\\[sSdDwW][+*)]/;

/** A line that a copy cut at its start still has nginx's context. */
function hasOwnContext({ text, context: { values }, action }: ErrorRecord): boolean {
  if (REGEX_CLASS.test(text)) return false;
  return values.has('client') && values.has('server') && (values.has('request') || action !== null);
}
