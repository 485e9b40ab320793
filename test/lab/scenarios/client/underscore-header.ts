import { createNode } from '../../backends/node.ts';
import { infoLog } from '../../nginx-conf.ts';
import { HELLO_NODE } from '../../node-programs.ts';
import { intoBlock, QUIET, scenario } from '../../scenario.ts';
import { startProxied } from '../../start-proxied.ts';

export default scenario({
  entry: 'client-sent-invalid-header',
  cause: 'underscore-header-dropped',
  decides: ['error'],
  line: 'client sent invalid header line: "',
  needs: [],
  start: async (lab) => {
    const { nginx, backend } = await startProxied(
      lab,
      (port) => createNode(lab, port, HELLO_NODE),
      (port) => `proxy_pass http://127.0.0.1:${port};`,
      infoLog(lab),
    );
    return {
      nginx,
      backend,
      // The header came before Host, so the site's name stands in for it.
      examples: { 'https://example.com': nginx.url },
      provoke: () => nginx.ask('/api', { headers: { X_Api_Key: 'k' } }),
    };
  },
  fix: {
    title: 'Or let nginx pass such headers',
    steps: { 'Set it in the http block': intoBlock('http') },
    verify: { 'Send a header with an underscore': QUIET },
  },
});
