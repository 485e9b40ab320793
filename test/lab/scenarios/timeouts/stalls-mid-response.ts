import { createNode } from '../../backends/node.ts';
import { intoBlock, leave, scenario } from '../../scenario.ts';
import { startProxied } from '../../start-proxied.ts';

const PROGRAM = `
import { createServer } from 'node:http';

createServer((request, response) => {
  response.write('first half\\n');
  setTimeout(() => response.end('second half\\n'), 2_000);
}).listen(Number(process.env.PORT), '127.0.0.1');
`;

export default scenario({
  entry: 'upstream-timed-out-reading-header',
  cause: 'backend-stalls-mid-response',
  decides: ['error'],
  line: 'upstream timed out (110: Connection timed out) while reading upstream',
  needs: [],
  start: async (lab) => {
    const { nginx, backend } = await startProxied(
      lab,
      (appPort) => createNode(lab, appPort, PROGRAM),
      (appPort) => `proxy_pass http://127.0.0.1:${appPort};\nproxy_read_timeout 1s;`,
    );
    return { nginx, backend, provoke: () => nginx.ask('/events') };
  },
  fix: {
    title: 'Send something while the work goes on',
    steps: { 'Server-sent events': leave('an alternative'), 'Or allow the pause': intoBlock('location /') },
  },
});
