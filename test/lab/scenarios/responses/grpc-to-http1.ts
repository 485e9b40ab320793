import { createNode } from '../../backends/node.ts';
import { HELLO_NODE } from '../../node-programs.ts';
import { intoBlock, scenario } from '../../scenario.ts';
import { startProxied } from '../../start-proxied.ts';

export default scenario({
  entry: 'upstream-invalid-header',
  cause: 'grpc-pass-to-http1-backend',
  decides: ['error'],
  line: 'upstream sent too large http2 frame: 4740180',
  needs: [],
  start: async (lab) => {
    const { nginx, backend } = await startProxied(
      lab,
      (appPort) => createNode(lab, appPort, HELLO_NODE),
      (appPort) => `grpc_pass grpc://127.0.0.1:${appPort};`,
    );
    return { nginx, backend, provoke: () => nginx.ask('/orders') };
  },
  fix: { title: 'Use proxy_pass for this backend', steps: { 'Replace it': intoBlock('location /') } },
});
