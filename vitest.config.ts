import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import ClosingLine from './test/closing-line.ts';

const corpus = ['test/knowledge/**/*.test.ts'];
const lab = ['test/lab/**/*.test.ts'];
const e2e = ['test/{cli,demo,slack-e2e}/**/*.test.ts'];

export default defineConfig({
  test: {
    // most of the time tests wait for other processes, so a machine with two processors has time for two of them
    maxWorkers: Math.max(2, availableParallelism() - 1),
    reporters: ['default', new ClosingLine()],
    projects: [
      {
        test: {
          name: 'unit',
          testTimeout: 30_000,
          include: ['test/**/*.test.ts'],
          exclude: [...corpus, ...e2e, ...lab],
        },
      },
      { test: { name: 'corpus', testTimeout: 30_000, include: corpus } },
      {
        test: {
          name: 'e2e',
          globalSetup: 'test/build-bundle.ts',
          include: e2e,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      // Scenarios mostly wait, for time limits to pass; each has a limit of its own below this one. They come last, by themselves:
      // their programs would take the processors from tests that are in a hurry.
      {
        test: {
          name: 'lab',
          retry: 1,
          include: lab,
          testTimeout: 100_000,
          maxConcurrency: 6,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
