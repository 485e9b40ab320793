import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { compiledCodeFile, runScript, toScript } from '../src/bundle-script.ts';

// compile-code.ts BUNDLE [ARGUMENT...]: runs a bundle once with these arguments, and keeps what V8 compiled of it beside it. What a run
// does not need is not in there: it would have to be loaded by every other run.

const [, self = '', name = '', ...words] = process.argv;
const bundle = resolve(name);
const script = toScript(bundle);
process.argv = [process.execPath, self, ...words];
process.once('exit', (status) => {
  if (status === 0) writeFileSync(compiledCodeFile(bundle), script.createCachedData());
});
runScript(script, bundle);
