import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';

/** The page's script and style, bundled in memory. */
export interface Page {
  readonly script: string;
  readonly style: string;
}

/** slack-blocks-to-jsx gives every message the same id and styles by it; as a class, three times to outweigh its own
 * resets, it may be there often. It insists on its font and breaks commands inside of words, which Slack doesn't. */
const oneIdManyMessages: Plugin = {
  name: 'one-id-many-messages',
  setup({ onLoad }) {
    onLoad({ filter: /slack-blocks-to-jsx\/dist\/(index\.mjs|style\.css)$/ }, async ({ path }) => {
      const contents = (await readFile(path, 'utf8'))
        .replaceAll('id:"slack_blocks_to_jsx",', '')
        .replaceAll('#slack_blocks_to_jsx', '.slack_blocks_to_jsx'.repeat(3))
        .replaceAll('wordBreak:"break-all"', 'overflowWrap:"anywhere"')
        .replace(/font-family:[^;}]*!important;/, '');
      return { contents, loader: path.endsWith('.css') ? 'css' : 'js' };
    });
  },
};

/** Bundles `demo/page/`. Takes about half a second; needs nothing but the packages of this project. */
export async function buildPage(): Promise<Page> {
  const { outputFiles } = await build({
    entryPoints: ['page.tsx', 'style.css'].map((file) => fileURLToPath(new URL(`page/${file}`, import.meta.url))),
    bundle: true,
    write: false,
    minify: true,
    outdir: '/',
    format: 'esm',
    target: 'es2023',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [oneIdManyMessages],
    logLevel: 'silent',
  });
  const read = (end: string): string => outputFiles.find(({ path }) => path.endsWith(end))?.text ?? '';
  return { script: read('.js'), style: read('.css') };
}
