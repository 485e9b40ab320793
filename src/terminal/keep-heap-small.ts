/** Lets V8's heap grow little. Its space for new objects would grow to sixteen times what it needs, for nearly all that a line leaves behind
 * is dead when the next one comes; and what outlives a few lines and then dies would be collected when the heap has grown fourfold. Called
 * when a text may be a log, for the first full collection sets when the next one comes. `node:v8` brings Node's streams with it, so it is
 * loaded then.
 * Source: V8's flags `semi_space_growth_factor`, 2 by default, and `optimize_for_size`, which Heap::ShouldOptimizeForMemoryUsage reads. */
export function keepHeapSmall(): void {
  const { setFlagsFromString } = process.getBuiltinModule('node:v8');
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString('--optimize-for-size');
}
