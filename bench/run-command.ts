import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A program as one would type it. */
export interface Command {
  /** The first word is the program. */
  readonly words: readonly string[];
  /** A file that it reads as its standard input. */
  readonly input?: string;
  /** Exit codes that are no failure, beside 0. */
  readonly accepts?: readonly number[];
  readonly environment?: Readonly<Record<string, string>>;
}

/** What one run of a program cost, from its start to its end. */
export interface Cost {
  readonly wallMs: number;
  /** User and system time of all its threads. */
  readonly cpuMs: number;
  /** Highest resident memory. */
  readonly rssMb: number;
}

const TIME = '/usr/bin/time';
// bash tells the time of a child to the millisecond, GNU time its memory
const SCRIPT = `input=$1; memory=$2; shift 2; TIMEFORMAT='%3R %3U %3S'
time "${TIME}" -f %M -o "$memory" "$@" <"$input" >/dev/null`;

/** Characters; ripgrep repeats all of its patterns. */
const LONGEST_COMPLAINT = 2_000;

/** Runs a program with its output thrown away. Throws when it fails, with what it said. */
export async function runCommand({
  words,
  input = '/dev/null',
  accepts = [],
  environment = {},
}: Command): Promise<Cost> {
  if (!existsSync(TIME)) throw new Error('GNU time is missing, which measures memory: apt-get install time');
  const folder = mkdtempSync(join(tmpdir(), 'nginx-why-bench-'));
  const memory = join(folder, 'memory');
  const { code, stderr } = await runScript([SCRIPT, 'bench', input, memory, ...words], environment);
  const times = /^([\d.]+) ([\d.]+) ([\d.]+)\n$/m.exec(stderr);
  if (!times || (code !== 0 && !accepts.includes(code))) {
    throw new Error(`${words.join(' ')} ended with ${code}: ${stderr.slice(-LONGEST_COMPLAINT)}`);
  }
  const rssMb = Number(readFileSync(memory, 'utf8').trim().split('\n').at(-1)) / 1024;
  rmSync(folder, { recursive: true });
  const [, wall, user, system] = times.map(Number);
  return { wallMs: (wall ?? 0) * 1000, cpuMs: ((user ?? 0) + (system ?? 0)) * 1000, rssMb };
}

function runScript(words: readonly string[], environment: Readonly<Record<string, string>>) {
  return new Promise<{ code: number; stderr: string }>((resolve) => {
    const child = execFile(
      'bash',
      ['-c', ...words],
      { env: { ...process.env, LC_ALL: 'C', ...environment }, maxBuffer: 1 << 26 },
      (_, _stdout, stderr) => resolve({ code: child.exitCode ?? 1, stderr }),
    );
  });
}
