/** What a line of a command's output says about a request that somebody made by hand, or about the configuration. */
export type Probe =
  /** A response. `at` is its own time in seconds since 1970, where its header was printed; null without. */
  | { readonly kind: 'response'; readonly status: number; readonly count: number }
  /** curl got none. */
  | { readonly kind: 'no-response'; readonly words: string }
  /** The command itself, with the host (and port) and the path that it asks for. */
  | { readonly kind: 'command'; readonly host: string; readonly path: string }
  /** The time of the response, from its Date header. */
  | { readonly kind: 'date'; readonly instant: number }
  /** `nginx -t` said whether the configuration can be used. */
  | { readonly kind: 'configuration'; readonly isSound: boolean };

const LONGEST = 1_000;
const STATUS_LINE = /^(?:< ?)?HTTP\/[\d.]{1,3} ([1-5]\d\d)\b/;
// curl -w '%{http_code}', with what entries print behind it; uniq -c counts before it
const CODE = /^(?:(\d{1,7}) )?([1-5]\d\d)(?:,? (?:after |in )?[\d.]{1,12}(?: ?m?s(?:ec)?)?|,? \d{1,12} bytes.{0,60})?$/;
const CURL_ERROR = /^curl: \((\d{1,3})\) (.{1,120})/;
const CURL_COMMAND = /(?:^|[\s$#])curl .{0,600}?https?:\/\/([^\s/'"]{1,253})([^\s'"]{0,500})/;
const DATE = /^(?:< ?)?date: [A-Z][a-z]{2}, (\d\d) ([A-Z][a-z]{2}) (\d{4}) (\d\d:\d\d:\d\d) GMT/i;
const CONFIGURATION = /^nginx: configuration file \S{1,500} test (is successful|failed)/;

/** Null for a line that says nothing of the kind. Sources: curl(1); nginx src/core/nginx.c main. */
export function parseProbe(line: string): Probe | null {
  const text = line.slice(0, LONGEST).trim();
  const status = STATUS_LINE.exec(text);
  if (status) return { kind: 'response', status: Number(status[1]), count: 1 };
  const code = CODE.exec(text);
  if (code) return { kind: 'response', status: Number(code[2]), count: Number(code[1] ?? 1) };
  const failure = CURL_ERROR.exec(text);
  if (failure) return { kind: 'no-response', words: failure[2] ?? '' };
  const configuration = CONFIGURATION.exec(text);
  if (configuration) return { kind: 'configuration', isSound: configuration[1] === 'is successful' };
  return readDate(text) ?? readCommand(text);
}

function readDate(text: string): Probe | null {
  const [found, day, month, year, clock] = DATE.exec(text) ?? [];
  const instant = found === undefined ? Number.NaN : Date.parse(`${day} ${month} ${year} ${clock} GMT`) / 1000;
  return Number.isFinite(instant) ? { kind: 'date', instant } : null;
}

function readCommand(text: string): Probe | null {
  const found = CURL_COMMAND.exec(text);
  return found ? { kind: 'command', host: found[1] ?? '', path: found[2]?.split(/[?#]/)[0] || '/' } : null;
}
