import { createNode } from '../../backends/node.ts';
import { createNginx } from '../../nginx.ts';
import { intoBlock, scenario } from '../../scenario.ts';
import { toLocation, toServer } from '../../site.ts';

/** A login service with an address that sends people to its page, and one that only says yes or no. */
const PROGRAM = `
import { createServer } from 'node:http';

createServer((request, response) => {
  if (request.url === '/oauth2/auth') response.writeHead(401).end();
  else response.writeHead(302, { Location: '/oauth2/start' }).end();
}).listen(Number(process.env.PORT), '127.0.0.1');
`;

export default scenario({
  entry: 'auth-request-unexpected-status',
  cause: 'auth-service-redirects',
  decides: ['error'],
  line: 'auth request unexpected status: 302',
  needs: [],
  start: async (lab) => {
    const [port, appPort] = [await lab.port(), await lab.port()];
    const backend = await createNode(lab, appPort, PROGRAM, 'login');
    const nginx = await createNginx(lab, {
      port,
      site: toServer(
        port,
        `${toLocation('/', 'auth_request /oauth2/check;\ntry_files $uri @page;')}
location @page { return 200; }
${toLocation('/oauth2/', `proxy_pass http://127.0.0.1:${appPort};`)}`,
      ),
    });
    await backend.start();
    await nginx.start();
    return { nginx, backend, provoke: () => nginx.ask('/orders') };
  },
  fix: {
    title: "Ask the service's check address, and redirect in nginx",
    steps: {
      'Use the address that answers 202 or 401': intoBlock('location /'),
      'And the redirect': intoBlock('server'),
    },
    verify: { 'Repeat the request': /^302\b/ },
  },
});
