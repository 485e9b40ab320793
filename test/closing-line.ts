import type { Reporter, TestCase } from 'vitest/node';

/** A vitest reporter that closes the run on one plain line with the number of tests, for people and for CI. */
export default class ClosingLine implements Reporter {
  private readonly counts = { passed: 0, failed: 0, skipped: 0, pending: 0 };

  onTestCaseResult(test: TestCase): void {
    this.counts[test.result().state] += 1;
  }

  onTestRunEnd(): void {
    const { passed, failed, skipped } = this.counts;
    console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
  }
}
