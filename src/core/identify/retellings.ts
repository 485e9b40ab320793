/** A terminal that wrapped the line padded it with spaces, between two words or inside one. */
const PADDING = / {3,}/g;
const LOST_SPACE = /(?<=\d),(?=\d)/g;
const SHORTEST_SENTENCE = 16;

/** What nginx may have written where a message fits nothing as it stands: without padding, with the space behind a comma that
 * somebody typed without it, up to the full stop that a person or a translator put. Likelier ones first. */
export function retellingsOf(message: string): readonly string[] {
  const texts = [
    message.replace(PADDING, ' '),
    message.replace(PADDING, ''),
    message.replace(LOST_SPACE, ', '),
    firstSentence(message),
  ];
  return [...new Set(texts)].filter((text) => text !== message);
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
