import { createNode } from '../../backends/node.ts';
import { createNginx } from '../../nginx.ts';
import { toSlowNode } from '../../node-programs.ts';
import { intoBlock, leave, scenario } from '../../scenario.ts';
import { toLocation, toServer } from '../../site.ts';

const VISITORS = Array.from({ length: 20 }, (_, visitor) => visitor + 1);
/** Any machine lets a process have as many. */
const ENOUGH = '1024';

export default scenario({
  entry: 'too-many-open-files',
  cause: 'nginx-open-files-limit',
  decides: ['error'],
  line: '(24: Too many open files)',
  needs: [],
  start: async (lab) => {
    const [port, appPort] = [await lab.port(), await lab.port()];
    const backend = await createNode(lab, appPort, toSlowNode(500));
    const nginx = await createNginx(lab, {
      port,
      main: 'worker_rlimit_nofile 36;',
      site: toServer(port, toLocation('/', `proxy_pass http://127.0.0.1:${appPort};`)),
    });
    await backend.start();
    await nginx.start();
    return {
      nginx,
      backend,
      examples: { '65536': ENOUGH },
      provoke: () =>
        Promise.all(VISITORS.map((visitor) => nginx.ask(`/slow-${visitor}`, { from: `127.0.1.${visitor}` }))),
    };
  },
  fix: {
    title: 'Raise the limit for the workers',
    steps: {
      'A proxied request takes two descriptors': intoBlock(''),
      'When nginx logs that setrlimit() is not permitted': leave('it is permitted here'),
    },
    verify: { 'See that the workers have the new limit': /^Max open files +1024 / },
  },
});
