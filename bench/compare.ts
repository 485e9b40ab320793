import { CLI } from './build.ts';
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

/** What our runs and those of the others cost, round by round. */
export interface Comparison {
  readonly rows: readonly Row[];
  readonly ours: readonly Cost[];
}

/** Runs us and the others on one log, in turns, and compares the time that the processor was busy. */
export async function compare(
  what: string,
  file: string,
  lines: number,
  rivals: readonly Rival[],
  rounds: number,
): Promise<Comparison> {
  const present = rivals.flatMap(({ name, peer, target }) => (peer ? [{ name, command: peer(file), target }] : []));
  const commands = new Map([['us', us(file)], ...present.map(({ name, command }) => [name, command] as const)]);
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
  return { ours, rows: [...rows, speedRow(what, lines, ours)] };
}

function speedRow(what: string, lines: number, ours: readonly Cost[]): Row {
  const perSecond = ours.map(({ wallMs }) => lines / wallMs);
  return {
    what: `${what}: thousand lines a second`,
    figure: toFigure(perSecond),
    unit: '',
    target: null,
    note: `${seconds(toFigure(ours.map(({ wallMs }) => wallMs)))} s, ${short(toFigure(ours.map(({ rssMb }) => rssMb)).median)} MB`,
  };
}

const cpuOf = (costs: readonly Cost[]): readonly number[] => costs.map(({ cpuMs }) => cpuMs);
const seconds = ({ median }: Figure): string => short(median / 1000);
