import { createNode } from '../../backends/node.ts';
import { createNginx } from '../../nginx.ts';
import { scenario } from '../../scenario.ts';
import { toLocation, toServer } from '../../site.ts';

/** An HTTP/2 server without TLS, as gRPC servers are. */
const PROGRAM = `
import { createServer } from 'node:http2';

const server = createServer();
server.on('stream', (stream) => {
  stream.respond({ ':status': 200, 'content-type': 'application/grpc' });
  stream.end();
});
server.on('session', (session) => session.on('error', () => {}));
server.listen(Number(process.env.PORT), process.env.ADDRESS ?? '127.0.0.1');
`;

export default scenario({
  entry: 'upstream-invalid-header',
  cause: 'http1-sent-to-h2c-backend',
  decides: ['error'],
  line: 'upstream sent no valid HTTP/1.0 header',
  needs: [],
  start: async (lab) => {
    const [port, appPort] = [await lab.port(), await lab.port()];
    const backend = await createNode(lab, appPort, PROGRAM);
    // When the backend's first frame is there before nginx has sent its request, nginx takes it for the answer, sends nothing, and both wait.
    const nginx = await createNginx(lab, {
      port,
      site: toServer(port, toLocation('/', `proxy_pass http://127.0.0.1:${appPort};\nproxy_read_timeout 1s;`)),
    });
    await backend.start();
    await nginx.start();
    return {
      nginx,
      backend,
      provoke: () =>
        nginx.ask('/shop.v1.Orders/List', {
          method: 'POST',
          headers: { 'content-type': 'application/grpc' },
          body: '',
        }),
    };
  },
  fix: {
    title: 'Use grpc_pass',
    steps: { 'Replace proxy_pass': ({ nginx }, change) => nginx.edit('location /', change) },
  },
});
