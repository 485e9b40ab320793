import { readdirSync, readFileSync, readlinkSync, statSync } from 'node:fs';
import type { VerificationAnswer } from '../../src/core/reply/reply.ts';
import type { Lab } from './lab.ts';
import type { Mark } from './nginx-logs.ts';
import { readText } from './read-text.ts';
import type { Runner, Watch } from './run-command.ts';
import { type Expected, type FixPlan, type Left, QUIET, type Scenario, type Stage } from './scenario.ts';
import { childrenOf } from './workers.ts';

/** What one verification said. */
export interface Verified {
  readonly command: string;
  readonly printed: string;
  /** True when it says that the fault is gone; null when it cannot run here. */
  readonly isGone: boolean | null;
  readonly standIns: readonly string[];
}

const WATCHES = /^tail (?:-n 0 -F|-Fn0) /;
/** What reads a log once has something to read only after the fault was provoked. */
const READS_LOGS = /^(?:tail|grep|cat) .*\/var\/log\//;
const NO_SYSTEMD: Left = { left: 'there is no systemd in a laboratory' };
/** What the usual commands print when all is well. */
const USUAL: readonly (readonly [RegExp, Expected])[] = [
  [/^tail -n \d+ \/var\/log\/nginx\/error\.log$/, QUIET],
  [WATCHES, /^$/],
  [/\bcurl .*%\{http_code\}/, /^[23]\d\d\b/],
  [/^(?:sudo )?nginx -t$/, /test is successful/],
  [/^systemctl (?:show|status|is-active)/, NO_SYSTEMD],
];

/** Runs the verification of a cause while the fault is provoked once more. */
export async function verify(
  verifications: readonly VerificationAnswer[],
  scenario: Scenario,
  plan: FixPlan,
  stage: Stage,
  runner: Runner,
  lab: Lab,
): Promise<readonly Verified[]> {
  const before = stage.nginx.logs.mark();
  const runAll = async (which: readonly VerificationAnswer[]): Promise<readonly Verified[]> => {
    const verified: Verified[] = [];
    for (const one of which) verified.push(await runOne(one, scenario, plan, stage, runner, before));
    return verified;
  };
  const [watching, rest] = partition(verifications, ({ run }) => WATCHES.test(run));
  const [reading, asking] = partition(rest, ({ run }) => READS_LOGS.test(run));
  const watches: Watch[] = [];
  for (const { run } of watching) watches.push(await openWatch(run, runner, lab));
  const load = await stage.load?.();
  const asked = await runAll(asking);
  await (load?.over ?? stage.provoke());
  await stage.nginx.settled();
  const watched: Verified[] = [];
  for (const watch of watches) watched.push(await closeWatch(watch, lab));
  return [...asked, ...watched, ...(await runAll(reading))];
}

function partition<T>(all: readonly T[], passes: (one: T) => boolean): readonly [readonly T[], readonly T[]] {
  return [all.filter(passes), all.filter((one) => !passes(one))];
}

async function runOne(
  { do: words, run }: VerificationAnswer,
  { line }: Scenario,
  plan: FixPlan,
  stage: Stage,
  runner: Runner,
  before: Mark,
): Promise<Verified> {
  const expected =
    Object.entries(plan.verify ?? {}).find(([start]) => words.startsWith(start))?.[1] ??
    USUAL.find(([command]) => command.test(run))?.[1];
  if (expected && typeof expected !== 'string' && 'left' in expected)
    return { command: run, printed: expected.left, isGone: null, standIns: [] };
  const { command, printed, standIns } = await runner.run(run);
  if (printed === null) return { command, printed: standIns.join(', '), isGone: null, standIns };
  if (expected === QUIET) {
    await stage.nginx.settled();
    const fresh = stage.nginx.logs.errors(before);
    return { command, printed: fresh, isGone: !fresh.includes(line), standIns };
  }
  if (!expected) throw new Error(`The scenario doesn't say what "${words}" must print; it printed:\n${printed}`);
  return {
    command,
    printed,
    isGone: (typeof expected === 'function' ? expected(stage) : expected).test(printed),
    standIns,
  };
}

/** Starts a `tail -F` and resolves when it has the file open. */
async function openWatch(command: string, runner: Runner, lab: Lab): Promise<Watch> {
  const watch = await runner.watch(command);
  await lab.until(() => tailOf(watch) !== null, `${command} to open its file`);
  return watch;
}

/** Ends the tail when it has read all there is, so that what reads from it ends by itself. */
async function closeWatch(watch: Watch, lab: Lab): Promise<Verified> {
  await lab.until(() => {
    const tail = tailOf(watch);
    return tail !== null && tail.position >= statSync(tail.file).size && isWaiting(tail.pid);
  }, `${watch.command} to read all`);
  const tail = tailOf(watch);
  if (tail) process.kill(tail.pid, 'SIGINT');
  await lab.until(() => !watch.process.isRunning(), `the end of ${watch.command}`);
  const printed = watch.printed().trim();
  return { command: watch.command, printed, isGone: printed === '', standIns: watch.standIns };
}

/** True when the process sleeps: what it has read it has also written. Source: proc(5), /proc/PID/stat. */
function isWaiting(pid: number): boolean {
  return /\) S /.test(readText(`/proc/${pid}/stat`));
}

/** The tail of a pipe and how far it has read. Source: proc(5), /proc/PID/fdinfo. */
function tailOf(watch: Watch): { readonly pid: number; readonly file: string; readonly position: number } | null {
  for (const pid of [watch.process.pid, ...childrenOf(watch.process.pid)])
    try {
      for (const descriptor of readdirSync(`/proc/${pid}/fd`)) {
        const file = readlinkSync(`/proc/${pid}/fd/${descriptor}`);
        if (!/\.log$/.test(file)) continue;
        const position = Number(/^pos:\s*(\d+)/.exec(readFileSync(`/proc/${pid}/fdinfo/${descriptor}`, 'utf8'))?.[1]);
        return { pid, file, position };
      }
    } catch {
      // The process, or its descriptor, went away between two looks.
    }
  return null;
}
