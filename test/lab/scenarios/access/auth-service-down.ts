import { createNode } from '../../backends/node.ts';
import { createNginx } from '../../nginx.ts';
import { HELLO_NODE } from '../../node-programs.ts';
import { scenario } from '../../scenario.ts';
import { toLocation, toServer } from '../../site.ts';

export default scenario({
  entry: 'auth-request-unexpected-status',
  beside: ['upstream-connection-refused'],
  cause: 'auth-service-unreachable',
  decides: ['error'],
  line: 'auth request unexpected status: 502',
  needs: [],
  start: async (lab) => {
    const [port, appPort] = [await lab.port(), await lab.port()];
    const backend = await createNode(lab, appPort, HELLO_NODE, 'login');
    const nginx = await createNginx(lab, {
      port,
      site: toServer(
        port,
        `${toLocation('/', 'auth_request /auth;\ntry_files $uri @page;')}
location @page { return 200; }
${toLocation('= /auth', `internal;\nproxy_pass http://127.0.0.1:${appPort};`)}`,
      ),
    });
    await nginx.start();
    return { nginx, backend, blanks: { 'auth-service-unit': 'login.service' }, provoke: () => nginx.ask('/orders') };
  },
  fix: { title: 'Bring the login service back', steps: {} },
});
