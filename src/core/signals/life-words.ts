const LONGEST_LOOK = 400;
const LISTENS =
  /\b(?:listen(?:s on|ing)|running|ready|online|up on|start(?:ed|ing)|serving|serves|available|bound|accepting connections)\b/i;
const FAILS =
  /\b(?:fail(?:s|ed|ure)?|errors?|unable|cannot|can't|could not|in use|refused|timed out|stop(?:s|ped|ping)?)\b/i;
const STOPPED =
  /\bSIG(?:TERM|INT|QUIT)\b|\b(?:shut(?:ting)? down|shutdown|stopping|server (?:closed|stopped)|exiting)\b/i;
const OF_A_PART = /\b(?:connections?|workers?|threads?|pool|tasks?|jobs?|timeout|enabled|hooks?|ctrl|press)\b/i;

/** What follows the word with which a line of any program tells that it starts or listens; null where it tells neither, or a failure. */
export function afterStartWord(line: string): string | null {
  const text = line.slice(0, LONGEST_LOOK);
  const word = LISTENS.exec(text);
  return word && !FAILS.test(text) ? text.slice(word.index + word[0].length) : null;
}

/** True when a line of any program tells that it stops, the whole of it and not a part. */
export function saysStop(line: string): boolean {
  const text = line.slice(0, LONGEST_LOOK);
  return STOPPED.test(text) && !OF_A_PART.test(text);
}
