import { createNode } from '../../backends/node.ts';
import { intoBlock, scenario } from '../../scenario.ts';
import { startProxied } from '../../start-proxied.ts';

const PROGRAM = `
import { createServer } from 'node:http';

const server = createServer((request, response) => {
  setTimeout(() => response.end('the statement\\n'), 6_000);
});
server.setTimeout(5_000);
server.listen(Number(process.env.PORT), '127.0.0.1');
`;

export default scenario({
  entry: 'upstream-prematurely-closed',
  cause: 'backend-server-side-timeout',
  decides: ['access'],
  line: 'upstream prematurely closed connection',
  needs: [],
  start: async (lab) => {
    const { nginx, backend } = await startProxied(lab, (port) => createNode(lab, port, PROGRAM));
    return { nginx, backend, provoke: () => nginx.ask('/statements') };
  },
  fix: {
    title: "Find the backend's own limit",
    steps: {
      'Make the request faster': async ({ backend }) => backend?.editText('setTimeout(5_000)', 'setTimeout(120_000)'),
      'Keep the order': intoBlock('location /'),
    },
  },
});
