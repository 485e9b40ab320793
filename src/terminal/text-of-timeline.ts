import type { Timeline, TimelineMark } from '../core/timeline/timeline.ts';
import type { Look } from './look.ts';
import { wrap } from './wrap.ts';

/** One sparkline for each finding, and what happened when; nothing where there is too little to plot. */
export function textOfTimeline(timeline: Timeline | null, look: Look): readonly string[] {
  const { drawSparkline } = look;
  if (timeline === null || drawSparkline === null) return [];
  const { series, marks, stepMinutes } = timeline;
  const step = stepMinutes === 1 ? 'minute' : `${stepMinutes} minutes`;
  return [
    `Lines per ${step}, ${describeSpan(timeline)}`,
    ...series.flatMap(({ counts, name }) => [
      `  ${drawSparkline(counts)}`,
      ...wrap(`${name}, at most ${Math.max(...counts).toLocaleString('en-US')}`, look.columns, '  '),
    ]),
    ...(marks.length === 0 ? [] : wrap(marks.map((mark) => describeMark(mark, look)).join('; '), look.columns, '  ')),
  ];
}

/** The day once, where both ends are on the same. */
function describeSpan({ from, until }: Timeline): string {
  return `${from} to ${from.slice(0, 10) === until.slice(0, 10) ? until.slice(11) : until}`;
}

function describeMark({ kind, at, line }: TimelineMark, { nameLines }: Look): string {
  const clock = at.slice(11);
  return kind === 'trouble'
    ? `trouble since ${clock} (${nameLines([line])})`
    : `restart at ${clock} (${nameLines([line])})`;
}
