const WIDTH = 80;

/** The fallback text of an answer as lines of at most 80 columns: Slack's escapes undone, control characters gone. */
export function toTerminal(text: string): string {
  return decode(text)
    .split('\n')
    .map((line) => wrap(line))
    .join('\n');
}

function decode(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/[^\P{Cc}\n]/gu, '');
}

function wrap(line: string): string {
  const lines: string[] = [];
  let current = '';
  for (const word of line.split(' ')) {
    if (current !== '' && current.length + word.length + 1 > WIDTH - 2) {
      lines.push(current);
      current = word;
    } else current = current === '' ? word : `${current} ${word}`;
  }
  return [...lines, current].map((part) => `  ${part}`.trimEnd()).join('\n');
}
