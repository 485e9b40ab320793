import { createNode } from '../../backends/node.ts';
import { HELLO_NODE } from '../../node-programs.ts';
import { intoBlock, leave, scenario } from '../../scenario.ts';
import { startProxied } from '../../start-proxied.ts';

export default scenario({
  entry: 'request-buffered-to-file',
  cause: 'body-larger-than-buffer',
  decides: ['error'],
  line: 'a client request body is buffered to a temporary file',
  needs: [],
  start: async (lab) => {
    const { nginx, backend } = await startProxied(lab, (port) => createNode(lab, port, HELLO_NODE));
    return { nginx, backend, provoke: () => nginx.ask('/photos', { method: 'POST', body: new Uint8Array(100_000) }) };
  },
  fix: {
    title: 'Nothing to do; silence it',
    steps: {
      'Where bodies are just above': intoBlock('location /'),
      'Or log from level error on': leave('an alternative'),
    },
    verify: { 'See that the upload itself succeeded': /" 200 / },
  },
});
