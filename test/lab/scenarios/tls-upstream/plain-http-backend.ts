import { createNode } from '../../backends/node.ts';
import { HELLO_NODE } from '../../node-programs.ts';
import { intoBlock, scenario } from '../../scenario.ts';
import { startProxied } from '../../start-proxied.ts';

export default scenario({
  entry: 'upstream-tls-handshake-failed',
  cause: 'https-to-plain-http-backend',
  decides: ['error'],
  line: 'wrong version number',
  needs: [],
  start: async (lab) => {
    const { nginx, backend } = await startProxied(
      lab,
      (port) => createNode(lab, port, HELLO_NODE),
      (port) => `proxy_pass https://127.0.0.1:${port};`,
    );
    return { nginx, backend, provoke: () => nginx.ask('/') };
  },
  fix: { title: 'Use http:// for that port', steps: { 'Change the scheme': intoBlock('location /') } },
});
