import { createNode } from '../../backends/node.ts';
import { createNginx } from '../../nginx.ts';
import { HELLO_NODE } from '../../node-programs.ts';
import { intoBlock, scenario } from '../../scenario.ts';
import { toLocation, toServer } from '../../site.ts';

export default scenario({
  entry: 'worker-connections-exhausted',
  cause: 'proxy-loop-to-self',
  decides: [],
  line: 'worker_connections are not enough',
  needs: [],
  start: async (lab) => {
    const [port, appPort] = [await lab.port(), await lab.port()];
    const backend = await createNode(lab, appPort, HELLO_NODE);
    const nginx = await createNginx(lab, {
      port,
      events: 'worker_connections 64;',
      site: toServer(port, toLocation('/', `proxy_pass http://127.0.0.1:${port};`)),
    });
    await backend.start();
    await nginx.start();
    return {
      nginx,
      backend,
      blanks: { method: 'GET', url: `${nginx.url}/` },
      examples: { '127.0.0.1:3000': `127.0.0.1:${appPort}` },
      provoke: () => nginx.ask('/'),
    };
  },
  fix: {
    title: 'Point proxy_pass at the application instead of nginx',
    steps: { "Name the application's own port": intoBlock('location /') },
  },
});
