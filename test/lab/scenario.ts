import type { Backend } from './backend.ts';
import type { Lab } from './lab.ts';
import type { Nginx } from './nginx.ts';
import type { Need } from './software.ts';

/** What is pasted: nginx's error lines alone, with its access lines, with the backend's log, with the configuration, or all of it. */
export const LEVELS = ['error', 'access', 'backend', 'config', 'all'] as const;
export type Level = (typeof LEVELS)[number];

/** One fault on real software, from the fault to the fix that ends it. */
export interface Scenario {
  /** The entry that must explain the lines, first or as a consequence of the first. */
  readonly entry: string;
  /** Entries whose lines rightly come before it: another face of the same fault. */
  readonly beside?: readonly string[];
  /** What was really done: the cause that must be listed, and first where the evidence decides. */
  readonly cause: string;
  /** Causes that are true as well: coarser or neighbouring names of the same fault. */
  readonly alsoTrue?: readonly string[];
  /** The levels at which a careful reader could tell the cause; all of it decides wherever a part does. */
  readonly decides: readonly Exclude<Level, 'all'>[];
  /** Words of nginx's that show the fault; they must be gone after the fix. */
  readonly line: string;
  /** Words of the backend's that decide. It may write them after nginx wrote its own line, so the run waits for them before it takes what was
   * written. Every scenario in which the backend's log decides has them. */
  readonly backendLine?: string;
  readonly needs: readonly Need[];
  /** Starts what is needed, nginx last. */
  readonly start: (lab: Lab) => Promise<Stage>;
  /** The entry's fix for the cause as it is carried out here, or that it can't be confirmed here. */
  readonly fix: FixPlan | MarkedFix;
}

/** What stands after the start of a scenario. */
export interface Stage {
  readonly nginx: Nginx;
  /** The backend whose unit the entry's commands name, if there is one. */
  readonly backend?: Backend;
  /** Makes the fault happen; called again after the fix, when it must not. */
  readonly provoke: () => Promise<unknown>;
  /** Where the fault is a load: brings it on, and resolves when it is on. The verification then runs while it lasts. */
  readonly load?: () => Promise<Load>;
  /** What the reader would put into the blanks of commands and changes, by their names. */
  readonly blanks?: Readonly<Record<string, string>>;
  /** What stands here for an example that the entry writes out (`/run/php/php8.2-fpm.sock`). */
  readonly examples?: Readonly<Record<string, string>>;
}

/** A load under which something fails. It lasts until a command of the verification has met it. */
export interface Load {
  readonly over: Promise<unknown>;
}

/** How a fix of the entry is carried out. Its commands run as they stand; every `change` needs somebody who writes it. */
export interface FixPlan {
  /** The beginning of the fix's title. */
  readonly title: string;
  /** By the beginning of the step's words. A step that is only words may be carried out, too. */
  readonly steps: Readonly<Record<string, Taking>>;
  /** Why the line stays after the fix, where the fix changes only what clients get. */
  readonly lineStays?: string;
  /** What a command of the verification must print, by the beginning of its words; `verify.ts` knows the usual ones. */
  readonly verify?: Readonly<Record<string, Expected>>;
}

/** What a command of the verification must print when the fault is gone. */
export type Expected = RegExp | ((stage: Stage) => RegExp) | Left | typeof QUIET;

/** A command of the verification after which nginx must have logged nothing of the fault. */
export const QUIET = 'quiet';

/** A fix that the laboratory cannot confirm. The entry marks it and says why (`unconfirmed`). */
export interface MarkedFix {
  /** The beginning of the fix's title. */
  readonly marked: string;
}

/** A step that is carried out: `change` is the entry's text with values filled in, null where the step has none. */
export type Taking = Left | ((stage: Stage, change: string, lab: Lab) => Promise<unknown>);

/** A step that is left out, with the reason, and what is done in its place. */
export interface Left {
  readonly left: string;
  readonly instead?: (stage: Stage, lab: Lab) => Promise<unknown>;
}

/** Leaves a step out. */
export const leave = (reason: string): Left => ({ left: reason });

/** A line of `ss -ltnp`: the scenario's nginx owns its port. */
export const ownsItsPort = ({ nginx }: Stage): RegExp => new RegExp(`:${new URL(nginx.url).port}\\s.*"nginx"`);

/** Does by hand what a command would ask a person for. */
export const byHand = (left: string, instead: NonNullable<Left['instead']>): Left => ({ left, instead });

/** Writes the change into a block of nginx's configuration. */
export function intoBlock(header: string, ...dropped: readonly string[]): Taking {
  return ({ nginx }, change) => nginx.edit(header, change, dropped);
}

/** Writes the change into the settings of the backend. */
export function intoSettings({ backend }: Stage, change: string): Promise<void> {
  if (!backend) throw new Error('The scenario has no backend');
  return backend.edit(change);
}

/** Checks a scenario's form and returns it. */
export const scenario = (one: Scenario): Scenario => one;
