/** Lets V8's space for new objects grow no further: nearly all that a line leaves behind is dead when the next one comes, and the space
 * would grow to sixteen times what it needs. Called when it has its working size; until then growing is cheaper than collecting.
 * `node:v8` brings Node's streams with it, so it is loaded then. Source: V8's flag `semi_space_growth_factor`, 2 by default. */
export function keepHeapSmall(): void {
  process.getBuiltinModule('node:v8').setFlagsFromString('--semi-space-growth-factor=1');
}
