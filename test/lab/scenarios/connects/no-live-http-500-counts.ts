import { createNode } from '../../backends/node.ts';
import { createNginx } from '../../nginx.ts';
import { intoBlock, scenario } from '../../scenario.ts';
import { toLocation, toServer } from '../../site.ts';

const PROGRAM = `
import { createServer } from 'node:http';

createServer((request, response) => {
  response.writeHead(request.url === '/broken' ? 500 : 200).end();
}).listen(Number(process.env.PORT), '127.0.0.1');
`;

export default scenario({
  entry: 'no-live-upstreams',
  cause: 'next-upstream-counts-http-errors-as-failures',
  decides: ['access', 'config'],
  line: 'no live upstreams while connecting to upstream',
  needs: [],
  start: async (lab) => {
    const [port, one, two] = [await lab.port(), await lab.port(), await lab.port()];
    const backend = await createNode(lab, one, PROGRAM);
    const second = await createNode(lab, two, PROGRAM, 'second');
    const nginx = await createNginx(lab, {
      port,
      site: `upstream shop {
    server 127.0.0.1:${one};
    server 127.0.0.1:${two};
}

${toServer(port, toLocation('/', 'proxy_pass http://shop;\nproxy_next_upstream error timeout http_500;'))}`,
    });
    await backend.start();
    await second.start();
    await nginx.start();
    return {
      nginx,
      backend,
      provoke: async () => {
        await nginx.ask('/broken');
        await nginx.ask('/broken');
        await nginx.ask('/');
      },
    };
  },
  fix: {
    title: 'Count only real failures',
    steps: { 'Errors of the connection and timeouts are enough': intoBlock('location /') },
    verify: { 'Repeat the failing request': /^500\b/ },
  },
});
