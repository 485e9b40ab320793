import { createHaproxy } from '../../backends/haproxy.ts';
import { createNode } from '../../backends/node.ts';
import { createNginx } from '../../nginx.ts';
import { scenario } from '../../scenario.ts';
import { toLocation, toServer } from '../../site.ts';

/** Pauses in the middle of a download, as a slow disk or a query behind it does. */
const PROGRAM = `
import { createServer } from 'node:http';

createServer((request, response) => {
  response.writeHead(200, { 'Content-Length': 20_000 });
  response.write('a'.repeat(10_000));
  setTimeout(() => response.end('b'.repeat(10_000)), 2_500);
}).listen(Number(process.env.PORT), '127.0.0.1');
`;

export default scenario({
  entry: 'upstream-prematurely-closed',
  cause: 'app-proxy-layer-truncates',
  alsoTrue: ['l4-proxy-idle-timeout', 'intermediate-proxy-timeout'],
  decides: ['backend'],
  line: 'upstream prematurely closed connection while reading upstream',
  backendLine: ' sD-- ',
  needs: ['haproxy'],
  start: async (lab) => {
    const [port, hopPort, appPort] = [await lab.port(), await lab.port(), await lab.port()];
    const app = await createNode(lab, appPort, PROGRAM);
    const backend = await createHaproxy(
      lab,
      hopPort,
      appPort,
      '    mode http\n    option httplog\n    timeout server 1s',
    );
    const nginx = await createNginx(lab, {
      port,
      site: toServer(port, toLocation('/', `proxy_pass http://127.0.0.1:${hopPort};`)),
    });
    await app.start();
    await backend.start();
    await nginx.start();
    return { nginx, backend, provoke: () => nginx.ask('/files/export.csv') };
  },
  fix: {
    title: 'Ask the source directly, then cure the hop that cuts',
    steps: {
      'Ask the source behind it in the same way': async ({ backend }) => {
        await backend?.editText('timeout server 1s', 'timeout server 50s');
        await backend?.stop();
        await backend?.start();
      },
    },
  },
});
