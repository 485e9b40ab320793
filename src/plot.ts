import { Worker } from 'node:worker_threads';
import type { Timeline } from './core/timeline/timeline.ts';
import type { PlotOrder } from './plot-worker.ts';

const WORKER = new URL(import.meta.url.endsWith('.js') ? './plot-worker.js' : './plot-worker.ts', import.meta.url);
const LONGEST_MS = 20_000;

/** Draws a timeline as PNG in a thread of its own, for it takes longer than an event loop should stand still. One at a time: plots
 * are a courtesy, and answers must not wait for them. Rejects when the drawing fails or takes too long. */
export function createPlot(): (timeline: Timeline) => Promise<Uint8Array> {
  let last: Promise<unknown> = Promise.resolve();
  return (timeline) => {
    const drawn = last.then(() => drawInWorker(timeline));
    last = drawn.catch(() => null);
    return drawn;
  };
}

function drawInWorker(timeline: PlotOrder): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(WORKER, { workerData: timeline });
    const late = setTimeout(() => {
      void worker.terminate();
      reject(new Error('the plot took too long'));
    }, LONGEST_MS);
    worker.once('message', (png: Uint8Array) => resolve(png));
    worker.once('error', reject);
    worker.once('exit', (code) => {
      clearTimeout(late);
      reject(new Error(`the plot's thread ended with ${code} and drew nothing`));
    });
  });
}
