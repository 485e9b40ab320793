import { createNode } from '../../backends/node.ts';
import { createNginx } from '../../nginx.ts';
import { leave, scenario } from '../../scenario.ts';
import { toLocation, toServer } from '../../site.ts';

const PROGRAM = `
import { createServer } from 'node:http';

const orders = new Map([['/orders/1', { owner: { name: 'Ada' } }]]);
createServer((request, response) => {
  setTimeout(() => {
    response.end(orders.get(request.url).owner.name);
  }, 20);
}).listen(Number(process.env.PORT), '127.0.0.1');
`;

export default scenario({
  entry: 'upstream-prematurely-closed',
  cause: 'backend-process-crash',
  decides: ['error', 'backend'],
  line: 'upstream prematurely closed connection',
  backendLine: 'Node.js v',
  needs: [],
  start: async (lab) => {
    const [port, appPort] = [await lab.port(), await lab.port()];
    const backend = await createNode(lab, appPort, PROGRAM);
    const nginx = await createNginx(lab, {
      port,
      site: toServer(port, toLocation('/', `proxy_pass http://127.0.0.1:${appPort};`)),
    });
    await nginx.start();
    await backend.start();
    return {
      nginx,
      backend,
      provoke: async () => {
        if (!backend.isRunning()) await backend.start();
        await nginx.ask('/orders/9917');
      },
    };
  },
  fix: {
    title: 'Find the error that ended the process',
    steps: {
      'Fix that error': async ({ backend }) => {
        await backend?.editText('.owner.name', '?.owner.name ?? "no such order"');
        if (!backend?.isRunning()) await backend?.start();
      },
      'Let systemd start it again when it dies': leave('there is no systemd in a laboratory'),
    },
  },
});
