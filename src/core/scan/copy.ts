/** V8's slices of 13 and more characters keep the whole text that they came from. */
const SHORTEST_SLICE = 13;

/** A string of its own, that keeps no longer one alive: joining makes a new text, of which all but the first character is taken. */
export function copy(text: string): string {
  return text.length < SHORTEST_SLICE ? text : ` ${text}`.slice(1);
}
