/** A terminal that wrapped the line padded it with spaces, between two words or inside one. */
const PADDING = / {3,}/g;
const LOST_SPACE = /(?<=\d),(?=\d)/g;
const SHORTEST_SENTENCE = 16;
/** What people put for what they left out: `[..]`, `...`, and the comma that stood before it. */
const LEFT_OUT = /^(?:\[\.{2,4}\]|\.{2,4}) |,? \[\.{2,4}\]$/g;
const MARKS_OF_CUT = new Set(' \t,.`\u2026');
/** nginx's own messages are shorter. Source: nginx src/core/ngx_log.h NGX_MAX_ERROR_STR. */
const LONGEST_RETOLD = 2_048;
const CAPITAL = /^[A-Z](?=[a-z]+ )/;
/** Markdown makes italics of what two asterisks enclose, and takes them: those of `*1 failed to run access_by_lua*: `. */
const LOST_CONNECTION = /^\d{1,20} (?=[a-z])/;
const LOST_STAR = /(?<=_by_lua):/;
/** A path, a host or a socket that nginx would have put in quotes. */
const UNQUOTED =
  /(?<= )(?:\/[\w./@%+-]{1,1000}|(?=[\d.-]{0,100}[a-z_])[\w-]{1,63}(?:\.[\w-]{1,63}){1,10}(?::\d{1,5})?)(?=\s|$)/g;

/** What nginx may have written where a message fits nothing as it stands: without padding, with the space behind a comma that
 * somebody typed without it, up to the full stop that a person or a translator put, without a mark for what they left out, without a
 * sentence's capital, without what Markdown did to its asterisks, with the quotes that somebody left out. Likelier ones first; none for
 * what is longer than nginx's messages. */
export function retellingsOf(message: string): readonly string[] {
  if (message.length > LONGEST_RETOLD) return [];
  const texts = [
    message.replace(PADDING, ' '),
    message.replace(PADDING, ''),
    message.replace(LOST_SPACE, ', '),
    firstSentence(message),
    withoutMarks(message.replace(LEFT_OUT, '')),
    message.replace(CAPITAL, (letter) => letter.toLowerCase()),
    message.replace(LOST_CONNECTION, '').replace(LOST_STAR, '*:'),
    message.includes('"') ? message : message.replace(UNQUOTED, '"$&"'),
  ];
  return [...new Set(texts)].filter((text) => text !== message);
}

function withoutMarks(message: string): string {
  let end = message.length;
  while (MARKS_OF_CUT.has(message.charAt(end - 1))) end -= 1;
  return message.slice(0, end);
}

/** Up to the first full stop outside quotes. */
function firstSentence(message: string): string {
  let inside = false;
  for (let at = 0; at < message.length; at += 1) {
    const char = message[at];
    if (char === '"') inside = !inside;
    if (char !== '.' || inside || at < SHORTEST_SENTENCE) continue;
    if (/^[\s:]?$/.test(message.charAt(at + 1))) return message.slice(0, at);
  }
  return message;
}
