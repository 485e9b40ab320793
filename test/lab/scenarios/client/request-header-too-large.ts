import { createNode } from '../../backends/node.ts';
import { infoLog } from '../../nginx-conf.ts';
import { HELLO_NODE } from '../../node-programs.ts';
import { intoBlock, scenario } from '../../scenario.ts';
import { startProxied } from '../../start-proxied.ts';

const COOKIE = `cart=${'x'.repeat(12_000)}`;

export default scenario({
  entry: 'client-header-too-large',
  cause: 'request-header-too-large',
  decides: ['error'],
  line: 'client sent too long header line: "Cookie',
  needs: [],
  start: async (lab) => {
    const { nginx, backend } = await startProxied(
      lab,
      (port) => createNode(lab, port, HELLO_NODE),
      (port) => `proxy_pass http://127.0.0.1:${port};`,
      infoLog(lab),
    );
    const header = await lab.place('cookie.txt', `Cookie: ${COOKIE}\n`);
    return {
      nginx,
      backend,
      blanks: { 'file-with-the-header-line': header },
      // A refused header may come before Host; then the site's name stands in for it.
      examples: { 'https://example.com': nginx.url },
      provoke: () => nginx.ask('/checkout', { headers: { Cookie: COOKIE } }),
    };
  },
  fix: {
    title: 'Until then, give nginx larger buffers',
    steps: { 'Set it in the http block': intoBlock('http') },
  },
});
