import { createNode } from '../../backends/node.ts';
import { scenario } from '../../scenario.ts';
import { startProxied } from '../../start-proxied.ts';

const PROGRAM = `
import { createServer } from 'node:http';

createServer((request, response) => {
  request.socket.resetAndDestroy();
}).listen(Number(process.env.PORT), '127.0.0.1');
`;

export default scenario({
  entry: 'upstream-connection-reset',
  cause: 'backend-resets-connection',
  decides: [],
  line: 'recv() failed (104: Connection reset by peer)',
  needs: [],
  start: async (lab) => {
    const { nginx, backend } = await startProxied(lab, (appPort) => createNode(lab, appPort, PROGRAM));
    return { nginx, backend, provoke: () => nginx.ask('/') };
  },
  fix: { marked: 'Find out which side sent the reset' },
});
