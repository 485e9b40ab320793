import { expect, test } from 'vitest';
import type { Timeline } from '../../src/core/timeline/timeline.ts';
import { describeTimeline } from '../../src/plot/timeline-words.ts';
import { createPlot } from '../../src/plot.ts';

const TIMELINE: Timeline = {
  from: '2026/11/22 10:00',
  until: '2026/11/22 10:04',
  stepMinutes: 1,
  series: [
    { name: 'upstream-connection-refused', title: 'Nothing accepts connections', counts: [9, 0, 0, 3] },
    { name: '<svg onload="alert(1)">&', title: 'Hostile', counts: [0, 1, 0, 0] },
  ],
  marks: [{ kind: 'trouble', step: 0, at: '2026/11/22 10:00:10', line: 1 }],
};

const PNG = [0x89, 0x50, 0x4e, 0x47];

/** Width and height from the header. Source: PNG specification, IHDR. */
const sizeOf = (png: Uint8Array): readonly number[] => {
  const view = new DataView(png.buffer, png.byteOffset);
  return [view.getUint32(16), view.getUint32(20)];
};

test('draws a PNG of twice its size, so that it is sharp, also with hostile names', async () => {
  const png = await createPlot()(TIMELINE);
  expect([...png.slice(0, 4)]).toEqual(PNG);
  expect(sizeOf(png)).toEqual([1_920, 840]);
}, 20_000);

test('says in words what the picture shows', () => {
  const words = describeTimeline(TIMELINE);
  expect(words).toContain('Bar chart of lines per minute, 2026/11/22 10:00 to 2026/11/22 10:04');
  expect(words).toContain('upstream-connection-refused: at most 9, at 10:00');
  expect(words).toContain('trouble since 10:00:10 (line 1)');
});
