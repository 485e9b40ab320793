import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** Something that a program wrote to its terminal. */
export interface Output {
  /** Since its start. */
  readonly seconds: number;
  readonly text: string;
}

/** Width and height of the terminal that is recorded, in characters. */
const SIZE = { columns: 80, rows: 24 } as const;

/** What is recorded: a command of a shell, and what is typed when. */
export interface Take {
  readonly command: string;
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Typed once, when the output so far holds `after`; null where nothing is typed. */
  readonly types: { readonly keys: string; readonly after: string } | null;
}

/** Runs a command on a pseudo-terminal, that of script(1) from util-linux, and resolves with everything that it wrote. */
export async function recordTerminal({ command, folder, environment, types }: Take): Promise<readonly Output[]> {
  const sized = `stty cols ${SIZE.columns} rows ${SIZE.rows}; ${command}`;
  const child = spawn('script', ['--quiet', '--flush', '--return', '--command', sized, '/dev/null'], {
    cwd: folder,
    env: { PATH: process.env.PATH, TERM: 'xterm-256color', ...environment },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const startedAt = performance.now();
  const outputs: Output[] = [];
  let all = '';
  let isTyped = false;
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    outputs.push({ seconds: (performance.now() - startedAt) / 1000, text });
    all += text;
    if (!types || isTyped || !all.includes(types.after)) return;
    isTyped = true;
    child.stdin.write(types.keys);
  });
  await once(child, 'close');
  return outputs;
}

/** A recording in the form that asciinema plays. Source: https://docs.asciinema.org/manual/asciicast/v2/. */
export function toCast(outputs: readonly Output[], title: string): string {
  const head = { version: 2, width: SIZE.columns, height: SIZE.rows, title, env: { TERM: 'xterm-256color' } };
  const events = outputs.map(({ seconds, text }) => [Number(seconds.toFixed(3)), 'o', text]);
  return `${[head, ...events].map((line) => JSON.stringify(line)).join('\n')}\n`;
}

/** What stands on the screen after these outputs. The tool never moves the cursor up, so these are the last lines; one that
 * it erased is gone. */
export function toScreen(outputs: readonly Output[]): string {
  const lines = outputs
    .map(({ text }) => text)
    .join('')
    .replaceAll('\r\n', '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: a terminal sequence is what is obeyed here
    .replace(/[^\n]*\r\u001b\[K/g, '')
    .trimEnd()
    .split('\n');
  return lines.flatMap(wrapAtWidth).slice(-SIZE.rows).join('\n');
}

/** As a terminal does with a line that is longer than it is wide; sequences have no width. */
function wrapAtWidth(line: string): readonly string[] {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: terminal sequences are what is counted here
  const pieces = line.match(/\u001b\[\d{1,2}m|./gu) ?? [];
  const lines = [''];
  let width = 0;
  for (const piece of pieces) {
    if (piece.length === 1 && width === SIZE.columns) {
      lines.push('');
      width = 0;
    }
    if (piece.length === 1) width += 1;
    lines.push(`${lines.pop() ?? ''}${piece}`);
  }
  return lines;
}
