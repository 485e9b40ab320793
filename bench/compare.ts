import { CLI, EMPTY } from './build.ts';
import { interleave } from './interleave.ts';
import { type Figure, toFigure, toRatio } from './numbers.ts';
import type { Peer } from './peers/peers.ts';
import type { Row, Target } from './row.ts';
import type { Command, Cost } from './run-command.ts';
import { short } from './table.ts';

/** Something that is run beside us, and what is asked of us against it. */
export interface Rival {
  readonly name: string;
  /** Null when it is not installed. */
  readonly peer: Peer | null;
  /** Of our time against its. Null where a comparison is told for its own sake. */
  readonly target: Target | null;
}

/** The terminal tool, from its start to its answer, as somebody runs it on a log. It ends with 1 when it found nothing to explain. */
export const us = (file: string, cli = CLI): Command => ({
  words: [process.execPath, cli, '--format', 'json', file],
  accepts: [1],
});

/** A Node that does nothing. */
export const EMPTY_NODE: Command = { words: [process.execPath, EMPTY] };

/** Runs us and the others on one log, in turns, and compares the time that the processor was busy. */
export async function compare(
  what: string,
  file: string,
  lines: number,
  rivals: readonly Rival[],
  rounds: number,
): Promise<readonly Row[]> {
  const present = rivals.flatMap(({ name, peer, target }) => (peer ? [{ name, command: peer(file), target }] : []));
  const commands = new Map([
    ['us', us(file)],
    ['empty', EMPTY_NODE],
    ...present.map(({ name, command }) => [name, command] as const),
  ]);
  const costs = await interleave(commands, rounds);
  const ours = costs.get('us') ?? [];
  const own = toFigure(cpuOf(ours));
  const rows = present.map(({ name, target }): Row => {
    const theirs = costs.get(name) ?? [];
    return {
      what: `${what}: CPU ÷ ${name}`,
      figure: toRatio(cpuOf(ours), cpuOf(theirs)),
      unit: '×',
      target,
      note: `${seconds(own)} ÷ ${seconds(toFigure(cpuOf(theirs)))} s`,
    };
  });
  return [...rows, memoryRow(what, ours, costs.get('empty') ?? []), speedRow(what, lines, ours)];
}

/** What we hold in memory at most, against a Node that does nothing. */
export function memoryRow(what: string, ours: readonly Cost[], empty: readonly Cost[]): Row {
  const memory = (costs: readonly Cost[]) => costs.map(({ rssMb }) => rssMb);
  return {
    what: `${what}: memory ÷ empty node`,
    figure: toRatio(memory(ours), memory(empty)),
    unit: '×',
    target: { must: 3, aim: 2 },
    note: `${short(toFigure(memory(ours)).median)} ÷ ${short(toFigure(memory(empty)).median)} MB`,
  };
}

function speedRow(what: string, lines: number, ours: readonly Cost[]): Row {
  const perSecond = ours.map(({ wallMs }) => lines / wallMs);
  return {
    what: `${what}: thousand lines a second`,
    figure: toFigure(perSecond),
    unit: '',
    target: null,
    note: `${seconds(toFigure(ours.map(({ wallMs }) => wallMs)))} s by the clock`,
  };
}

const cpuOf = (costs: readonly Cost[]): readonly number[] => costs.map(({ cpuMs }) => cpuMs);
const seconds = ({ median }: Figure): string => short(median / 1000);
