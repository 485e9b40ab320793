import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, rmSync } from 'node:fs';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { EXAMPLES } from '../demo/examples.ts';
import { writeCompiledKnowledge } from '../src/knowledge/load-compiled.ts';
import { PLOT_FILES } from '../src/plot-files.ts';

/** `build.ts [FOLDER]`, at the top of the checkout: whoever tests the bundle wants one that nobody else builds anew meanwhile. */
const OUTDIR = process.argv[2] ?? 'dist';
const SHEBANG = '#!/usr/bin/env node';

/** `import.meta.url` of a CommonJS file. */
const BUNDLE_URL = "const bundleUrl = require('node:url').pathToFileURL(__filename).href;";

const USUAL: BuildOptions = {
  outdir: OUTDIR,
  bundle: true,
  platform: 'node',
  target: 'node24',
  legalComments: 'linked',
  logLevel: 'warning',
};

/** Bolt and its friends are CommonJS and call `require` for Node's own modules. What one of them loads later, or two of them share, is a file of its own
 * beside them. */
const ES_MODULE: BuildOptions = {
  format: 'esm',
  splitting: true,
  chunkNames: '[name]-[hash]',
  banner: {
    js: `${SHEBANG}\nimport { createRequire } from 'node:module'; const require = createRequire(import.meta.url);`,
  },
};

/** The terminal tool's whole run takes as long as Node needs to load `node:fs` and its like into an ES module: importing makes
 * it evaluate every export, streams and all. `require` does not. */
const COMMON_JS: BuildOptions = {
  format: 'cjs',
  // a script of `node:vm` can't import
  supported: { 'dynamic-import': false },
  // a shorter file is read sooner
  minifyWhitespace: true,
  minifySyntax: true,
  outExtension: { '.js': '.cjs' },
  banner: { js: BUNDLE_URL },
  define: { 'import.meta.url': 'bundleUrl' },
};

/** What the terminal tool does only in a checkout, where the files below `knowledge/` are, stays out of its bundle. */
const withoutCheckout: Plugin = {
  name: 'without-checkout',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /\/(?:lint|load-knowledge)\.ts$/ }, ({ path, kind }) =>
      kind === 'dynamic-import' ? { path, namespace: 'checkout' } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'checkout' }, () => ({
      contents: `const refuse = () => {
        throw Object.assign(new Error('this reads the files below knowledge/: run it in a checkout of nginx-why'), { name: 'KnowledgeError' });
      };
      export { refuse as lintKnowledgeFiles, refuse as loadKnowledge };`,
    }));
  },
};

/** commander starts other programs for those who ask it to; nobody does here, and that module is slow to load. */
const withoutPrograms: Plugin = {
  name: 'without-programs',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^node:child_process$/ }, ({ path }) => ({ path, namespace: 'programs' }));
    onLoad({ filter: /.*/, namespace: 'programs' }, () => ({ contents: 'module.exports = {};' }));
  },
};

/** A model is asked only with `--explain`, so what asks it is a file of its own that is loaded then. */
const explanationApart: Plugin = {
  name: 'explanation-apart',
  setup: ({ onResolve }) => {
    onResolve({ filter: /\/explain-below\.ts$/ }, () => ({ path: './explain-below.js', external: true }));
  },
};

/** A pasted configuration with regular expressions is rare, and what runs them is as much as all the rest. */
const patternsApart: Plugin = {
  name: 'patterns-apart',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^re2js$/ }, ({ path }) => ({ path, namespace: 'patterns' }));
    onResolve({ filter: /^\.\/re2js\.cjs$/ }, ({ path }) => ({ path, external: true }));
    onLoad({ filter: /.*/, namespace: 'patterns' }, () => ({
      contents: `const load = () => require('./re2js.cjs').RE2JS;
      export const RE2JS = {
        compile: (...words) => load().compile(...words),
        get CASE_INSENSITIVE() { return load().CASE_INSENSITIVE; },
      };`,
    }));
  },
};

rmSync(OUTDIR, { recursive: true, force: true });
const entries = (await writeCompiledKnowledge()).entries();
mkdirSync(OUTDIR, { recursive: true });
if (OUTDIR !== 'dist') cpSync('dist/knowledge.jsonl', `${OUTDIR}/knowledge.jsonl`);
await build({
  ...USUAL,
  ...COMMON_JS,
  entryPoints: { terminal: 'src/cli.ts' },
  plugins: [withoutCheckout, withoutPrograms, explanationApart, patternsApart],
});
await build({
  ...USUAL,
  ...COMMON_JS,
  entryPoints: { cli: 'src/launch.ts' },
  banner: { js: `${SHEBANG}\n${BUNDLE_URL}` },
});
chmodSync(`${OUTDIR}/cli.cjs`, 0o755);
await build({ ...USUAL, format: 'cjs', outExtension: { '.js': '.cjs' }, entryPoints: { re2js: 're2js' } });
await build({ ...USUAL, ...ES_MODULE, entryPoints: ['src/bot.ts', 'src/explain-below.ts', 'src/plot-worker.ts'] });
cpSync(PLOT_FILES.renderer, `${OUTDIR}/resvg.wasm`);
cpSync(PLOT_FILES.font, `${OUTDIR}/DejaVuSans.ttf`);
cpSync('docs/answer.schema.json', `${OUTDIR}/answer.schema.json`);
// last, for it answers a paste as the published tool does
execFileSync(process.execPath, ['scripts/compile-code.ts', `${OUTDIR}/terminal.cjs`], {
  input: EXAMPLES.map(({ paste }) => paste).join('\n'),
});
console.log(`${OUTDIR}/: cli.cjs and bot.js, with ${entries.length} entries`);
