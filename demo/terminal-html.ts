const COLOURS: Readonly<Record<string, string>> = {
  '31': '#ff7b72',
  '32': '#7ee787',
  '33': '#e3b341',
  '36': '#79c0ff',
};

/** Looks like a dark terminal; for the body of a page. */
export const TERMINAL_STYLE =
  'margin:0;padding:24px 28px;background:#0d1117;color:#e6edf3;font:15px/1.45 "DejaVu Sans Mono",monospace;white-space:pre';

/** What the tool wrote to a terminal as HTML: its few sequences as spans. */
export function toTerminalHtml(ansi: string): string {
  const escaped = ansi.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: terminal sequences are what is drawn here
  return escaped.replace(/\u001b\[(\d{1,2})m/g, (_, code: string) => {
    if (code === '1') return '<span style="font-weight:bold">';
    const colour = COLOURS[code];
    return colour === undefined ? '</span>' : `<span style="color:${colour}">`;
  });
}
