import { parentPort, workerData } from 'node:worker_threads';
import type { Timeline } from './core/timeline/timeline.ts';
import { createDrawTimeline } from './plot/draw-timeline.ts';
import { PLOT_FILES } from './plot-files.ts';

/** What a worker is started with. */
export type PlotOrder = Timeline;

const timeline: PlotOrder = workerData;
const draw = await createDrawTimeline(PLOT_FILES.renderer, PLOT_FILES.font);
parentPort?.postMessage(draw(timeline));
