import { createHaproxy } from '../../backends/haproxy.ts';
import { createNode } from '../../backends/node.ts';
import { createNginx } from '../../nginx.ts';
import { scenario } from '../../scenario.ts';
import { toLocation, toServer } from '../../site.ts';

const PROGRAM = `
import { createServer } from 'node:http';

createServer((request, response) => {
  setTimeout(() => response.end('the report\\n'), 2_500);
}).listen(Number(process.env.PORT), '127.0.0.1');
`;

export default scenario({
  entry: 'upstream-prematurely-closed',
  cause: 'l4-proxy-idle-timeout',
  decides: ['backend'],
  line: 'upstream prematurely closed connection',
  backendLine: ' sD ',
  needs: ['haproxy'],
  start: async (lab) => {
    const [port, hopPort, appPort] = [await lab.port(), await lab.port(), await lab.port()];
    const app = await createNode(lab, appPort, PROGRAM);
    const backend = await createHaproxy(
      lab,
      hopPort,
      appPort,
      '    mode tcp\n    option tcplog\n    timeout server 1s',
    );
    const nginx = await createNginx(lab, {
      port,
      site: toServer(port, toLocation('/', `proxy_pass http://127.0.0.1:${hopPort};`)),
    });
    await app.start();
    await backend.start();
    await nginx.start();
    return { nginx, backend, provoke: () => nginx.ask('/reports') };
  },
  fix: {
    title: 'Raise the idle timeout of the TCP proxy',
    steps: {
      'Set it above the slowest honest request': async ({ backend }) => {
        await backend?.editText('timeout server 1s', 'timeout server 50s');
        await backend?.stop();
        await backend?.start();
      },
    },
  },
});
