import { chmodSync, cpSync, rmSync } from 'node:fs';
import { build, type Plugin } from 'esbuild';
import { compileKnowledge } from '../src/knowledge/load-compiled.ts';
import { PLOT_FILES } from '../src/plot-files.ts';

/** Bolt and its friends are CommonJS and call `require` for Node's own modules. */
const BANNER = `#!/usr/bin/env node
import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);`;

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

rmSync('dist', { recursive: true, force: true });
const { entries } = await compileKnowledge();
await bundle('cli', [withoutCheckout]);
await bundle('bot', []);
await bundle('plot-worker', []);
cpSync(PLOT_FILES.renderer, 'dist/resvg.wasm');
cpSync(PLOT_FILES.font, 'dist/DejaVuSans.ttf');
cpSync('docs/answer.schema.json', 'dist/answer.schema.json');
console.log(`dist/: cli.js and bot.js with ${entries.length} entries`);

async function bundle(entry: string, plugins: Plugin[]): Promise<void> {
  const outfile = `dist/${entry}.js`;
  await build({
    entryPoints: [`src/${entry}.ts`],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    banner: { js: BANNER },
    legalComments: 'linked',
    logLevel: 'warning',
    plugins,
  });
  chmodSync(outfile, 0o755);
}
