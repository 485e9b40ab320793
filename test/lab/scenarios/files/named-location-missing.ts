import { createNode } from '../../backends/node.ts';
import { createNginx } from '../../nginx.ts';
import { HELLO_NODE } from '../../node-programs.ts';
import { intoBlock, scenario } from '../../scenario.ts';
import { toLocation, toServer } from '../../site.ts';

export default scenario({
  entry: 'named-location-missing',
  cause: 'named-location-missing',
  decides: ['error'],
  line: 'could not find named location "@fallback"',
  needs: [],
  start: async (lab) => {
    const [port, appPort] = [await lab.port(), await lab.port()];
    const backend = await createNode(lab, appPort, HELLO_NODE);
    const nginx = await createNginx(lab, {
      port,
      site: toServer(port, `root ${lab.dir}/srv/www;\n${toLocation('/', 'try_files $uri @fallback;')}`),
    });
    await backend.start();
    await nginx.start();
    return {
      nginx,
      backend,
      examples: { '127.0.0.1:8080': `127.0.0.1:${appPort}` },
      provoke: () => nginx.ask('/orders'),
    };
  },
  fix: { title: 'Define it in the same server', steps: { 'Define it, next to what names it': intoBlock('server') } },
});
