import { chmodSync, cpSync, rmSync } from 'node:fs';
import { build } from 'esbuild';
import { compileKnowledge } from '../src/knowledge/load-compiled.ts';

/** Packages that a bundle loads only in a checkout: `knowledge lint` and `knowledge:compile` read the YAML files there. */
const CHECKOUT_ONLY = ['yaml', '@nginx/reference-lib', 'unbash'];
/** Bolt and its friends are CommonJS and call `require` for Node's own modules. */
const REQUIRE = "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);";

rmSync('dist', { recursive: true, force: true });
const { entries } = await compileKnowledge();
for (const [entry, banner] of [
  ['cli', '#!/usr/bin/env node'],
  ['bot', '#!/usr/bin/env node'],
] as const) {
  await build({
    entryPoints: [`src/${entry}.ts`],
    outfile: `dist/${entry}.js`,
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    external: CHECKOUT_ONLY,
    banner: { js: `${banner}\n${REQUIRE}` },
    legalComments: 'linked',
    logLevel: 'warning',
  });
  chmodSync(`dist/${entry}.js`, 0o755);
}
cpSync('docs/answer.schema.json', 'dist/answer.schema.json');
console.log(`dist/: cli.js and bot.js with ${entries.length} entries`);
