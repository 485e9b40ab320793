import { createNode } from '../../backends/node.ts';
import { leave, scenario } from '../../scenario.ts';
import { startProxied } from '../../start-proxied.ts';

/** Node accepts connections above this number and closes them at once. It is busy for a moment with each request, so the next ones have sent
 * theirs before it accepts them: to close then is to reset. Before, nginx would see an orderly close. */
const PROGRAM = `
import { createServer } from 'node:http';

const moment = new Int32Array(new SharedArrayBuffer(4));
const server = createServer((request, response) => {
  Atomics.wait(moment, 0, 0, 200);
  setTimeout(() => response.end('21 degrees\\n'), 500);
});
server.maxConnections = 3;
server.listen(Number(process.env.PORT), '127.0.0.1');
`;
const METERS = [1, 2, 3, 4, 5, 6, 7, 8];

export default scenario({
  entry: 'upstream-connection-reset',
  cause: 'backend-closes-over-connection-limit',
  decides: [],
  line: 'recv() failed (104: Connection reset by peer)',
  needs: [],
  start: async (lab) => {
    const { nginx, backend } = await startProxied(lab, (port) => createNode(lab, port, PROGRAM));
    return { nginx, backend, provoke: () => Promise.all(METERS.map((meter) => nginx.ask(`/meters/${meter}`))) };
  },
  fix: {
    title: "Raise the backend's connection limit",
    steps: {
      'Raise the limit': async ({ backend }) => {
        await backend?.editText('maxConnections = 3', 'maxConnections = 300');
        await backend?.stop();
        await backend?.start();
      },
      'Or let nginx hold no more': leave('an alternative'),
    },
  },
});
