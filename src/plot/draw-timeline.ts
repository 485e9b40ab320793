import { readFile } from 'node:fs/promises';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { BarChart, type BarSeriesOption } from 'echarts/charts';
import { GridComponent, LegendComponent, MarkLineComponent, TitleComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { Timeline, TimelineMark } from '../core/timeline/timeline.ts';
import { labelOfStep, wordsOfMark } from './timeline-words.ts';

use([BarChart, GridComponent, LegendComponent, MarkLineComponent, TitleComponent, SVGRenderer]);

/** Draws a timeline as a PNG image. */
export type DrawTimeline = (timeline: Timeline) => Uint8Array;

const WIDTH = 960;
const HEIGHT = 420;
const LEGEND_ROW = 24;
const FONT = 'DejaVu Sans';
/** Told apart by everybody, colour-blind people included. Source: Okabe and Ito, https://jfly.uni-koeln.de/color/. */
const COLOURS = ['#0072b2', '#e69f00', '#009e73', '#cc79a7'];

/** Loads the renderer and the font, once for a process. Throws when one of the two files is missing. */
export async function createDrawTimeline(wasm: URL, font: URL): Promise<DrawTimeline> {
  const [renderer, letters] = await Promise.all([readFile(wasm), readFile(font)]);
  await initWasm(renderer);
  return (timeline) => {
    const image = new Resvg(drawSvg(timeline), {
      fitTo: { mode: 'zoom', value: 2 },
      font: { fontBuffers: [letters], defaultFontFamily: FONT, loadSystemFonts: false },
    });
    return image.render().asPng();
  };
}

function drawSvg(timeline: Timeline): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height: HEIGHT });
  const steps = timeline.series[0]?.counts.length ?? 0;
  chart.setOption({
    animation: false,
    backgroundColor: '#ffffff',
    textStyle: { fontFamily: FONT, fontSize: 13 },
    color: COLOURS,
    title: {
      text: titleOf(timeline),
      left: 0,
      textStyle: { fontSize: 15, fontWeight: 'normal', fontFamily: FONT },
    },
    legend: { bottom: 0, left: 48, orient: 'vertical', icon: 'rect', textStyle: { fontFamily: FONT } },
    grid: { left: 56, right: 48, top: 84, bottom: 44 + LEGEND_ROW * timeline.series.length },
    xAxis: { type: 'category', data: Array.from({ length: steps }, (_, step) => labelOfStep(timeline, step)) },
    yAxis: { type: 'value', minInterval: 1 },
    series: timeline.series.map(({ name, counts }, index) => ({
      type: 'bar',
      stack: 'all',
      name: shorten(name),
      data: [...counts],
      barCategoryGap: '10%',
      ...(index === 0 ? { markLine: toMarkLine(timeline.marks) } : {}),
    })),
  });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return svg;
}

function titleOf({ stepMinutes, from, until }: Timeline): string {
  return `Lines per ${stepMinutes === 1 ? 'minute' : `${stepMinutes} minutes`}, ${from} to ${until}`;
}

function toMarkLine(marks: readonly TimelineMark[]): BarSeriesOption['markLine'] {
  return {
    symbol: 'none',
    silent: true,
    data: marks.map((mark, index) => ({
      xAxis: mark.step,
      lineStyle: { color: mark.kind === 'trouble' ? '#d55e00' : '#555555', type: 'dashed' as const, width: 1.5 },
      label: {
        formatter: wordsOfMark(mark),
        position: 'end' as const,
        distance: [0, 4 + (index % 2) * 14],
        fontFamily: FONT,
        color: '#333333',
      },
    })),
  };
}

const LONGEST_NAME = 44;
const shorten = (name: string): string => (name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name);
