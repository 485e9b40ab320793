import { Agent } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { createNode } from '../../backends/node.ts';
import { createNginx } from '../../nginx.ts';
import { intoBlock, scenario } from '../../scenario.ts';
import { toLocation, toServer } from '../../site.ts';
import { countConnections } from '../../sockets.ts';
import { childrenOf } from '../../workers.ts';

/** Node as it is: it drops an idle connection after 5 s, and one more for good measure. */
const PROGRAM = `
import { createServer } from 'node:http';

createServer((request, response) => {
  request.resume().on('end', () => response.end('in the cart\\n'));
}).listen(Number(process.env.PORT), '127.0.0.1');
`;
/** Longer than the keepalive_timeout of the fix, shorter than Node's own. */
const QUIET_MS = 4_500;

export default scenario({
  entry: 'upstream-prematurely-closed',
  cause: 'upstream-keepalive-race',
  decides: ['access', 'config'],
  line: 'upstream prematurely closed connection',
  needs: [],
  start: async (lab) => {
    const [port, appPort] = [await lab.port(), await lab.port()];
    const backend = await createNode(lab, appPort, PROGRAM);
    const nginx = await createNginx(lab, {
      port,
      site: `upstream shop {
    server 127.0.0.1:${appPort};
    keepalive 32;
}

${toServer(port, toLocation('/', 'proxy_pass http://shop;\nproxy_http_version 1.1;\nproxy_set_header Connection "";'))}`,
    });
    await backend.start();
    await nginx.start();
    const order = { method: 'POST', body: 'item=1' };
    return {
      nginx,
      backend,
      provoke: async () => {
        const agent = new Agent({ keepAlive: true });
        await nginx.ask('/cart', { ...order, agent });
        // The race takes an instant. Holding nginx's worker while Node closes makes it wide enough to hit each time.
        await pause(QUIET_MS);
        const [worker = 0] = childrenOf(nginx.pid());
        process.kill(worker, 'SIGSTOP');
        const answered = nginx.ask('/cart', { ...order, agent });
        await lab.until(() => countConnections(appPort, 'ESTABLISHED') === 0, 'Node to close its idle connection');
        process.kill(worker, 'SIGCONT');
        await answered;
        agent.destroy();
      },
    };
  },
  fix: {
    title: 'Let nginx drop idle connections before the backend does',
    steps: {
      'Set a shorter one here': intoBlock('upstream shop'),
      'Before 1.29.7 pooling needs both': intoBlock('location /'),
    },
  },
});
