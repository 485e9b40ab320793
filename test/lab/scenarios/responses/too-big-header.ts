import { createNode } from '../../backends/node.ts';
import { intoBlock, scenario } from '../../scenario.ts';
import { startProxied } from '../../start-proxied.ts';

const PROGRAM = `
import { createServer } from 'node:http';

createServer((request, response) => {
  response.setHeader('Set-Cookie', ['session=' + 'x'.repeat(6_000), 'profile=' + 'y'.repeat(3_000)]);
  response.end('signed in\\n');
}).listen(Number(process.env.PORT), '127.0.0.1');
`;

export default scenario({
  entry: 'upstream-too-big-header',
  cause: 'response-header-too-big',
  decides: ['error'],
  line: 'upstream sent too big header',
  needs: [],
  start: async (lab) => {
    const { nginx, backend } = await startProxied(lab, (appPort) => createNode(lab, appPort, PROGRAM));
    return { nginx, backend, provoke: () => nginx.ask('/oauth/callback') };
  },
  fix: {
    title: 'Raise the buffer of the family that the upstream uses',
    steps: { 'For `http://` and `https://` upstreams': intoBlock('location /') },
  },
});
