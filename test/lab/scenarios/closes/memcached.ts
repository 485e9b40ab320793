import { createMemcached } from '../../backends/memcached.ts';
import { createNode } from '../../backends/node.ts';
import { createNginx } from '../../nginx.ts';
import { HELLO_NODE } from '../../node-programs.ts';
import { intoBlock, scenario } from '../../scenario.ts';
import { toLocation, toServer } from '../../site.ts';

export default scenario({
  entry: 'upstream-prematurely-closed',
  cause: 'proxy-pass-to-non-http-service',
  decides: ['error'],
  line: 'upstream prematurely closed connection',
  needs: ['memcached'],
  start: async (lab) => {
    const [port, appPort] = [await lab.port(), await lab.port()];
    const cache = await createMemcached(lab, lab.address, 11211);
    const backend = await createNode(lab, appPort, HELLO_NODE.replace('127.0.0.1', lab.address));
    const nginx = await createNginx(lab, {
      port,
      site: toServer(port, toLocation('/', `proxy_pass http://${lab.address}:11211;`)),
    });
    await cache.start();
    await backend.start();
    await nginx.start();
    return { nginx, backend, blanks: { 'http-port': String(appPort) }, provoke: () => nginx.ask('/') };
  },
  fix: {
    title: "Point proxy_pass at the application's HTTP port",
    steps: { 'Name the port on which': intoBlock('location /') },
  },
});
