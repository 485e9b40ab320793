import type { Timeline, TimelineMark } from '../core/timeline/timeline.ts';

/** When a step begins: `HH:MM`, with the day where steps are long. */
export function labelOfStep({ from, stepMinutes }: Timeline, step: number): string {
  const start = Date.parse(`${from.replaceAll('/', '-').replace(' ', 'T')}:00Z`);
  const time = new Date(start + step * stepMinutes * 60_000).toISOString();
  return stepMinutes >= 60 ? `${time.slice(5, 10)} ${time.slice(11, 16)}` : time.slice(11, 16);
}

/** What a mark says beside its line. */
export function wordsOfMark({ kind, at }: TimelineMark): string {
  return `${kind === 'trouble' ? 'trouble since' : 'restart'} ${at.slice(11)}`;
}

/** The whole plot in words, for people who can't see it. */
export function describeTimeline(timeline: Timeline): string {
  const { series, marks, stepMinutes, from, until } = timeline;
  const step = stepMinutes === 1 ? 'minute' : `${stepMinutes} minutes`;
  const findings = series.map(({ name, counts }) => {
    const most = Math.max(...counts);
    return `${name}: at most ${most}, at ${labelOfStep(timeline, counts.indexOf(most))}`;
  });
  return [
    `Bar chart of lines per ${step}, ${from} to ${until}`,
    ...findings,
    ...marks.map((mark) => `${wordsOfMark(mark)} (line ${mark.line})`),
  ].join('. ');
}
