import { createNode } from '../../backends/node.ts';
import { createNginx } from '../../nginx.ts';
import { toSlowNode } from '../../node-programs.ts';
import { intoBlock, scenario } from '../../scenario.ts';
import { toLocation, toServer } from '../../site.ts';

export default scenario({
  entry: 'no-live-upstreams',
  cause: 'slow-endpoint-trips-max-fails',
  decides: ['error'],
  line: 'no live upstreams while connecting to upstream',
  needs: [],
  start: async (lab) => {
    const [port, one, two] = [await lab.port(), await lab.port(), await lab.port()];
    const backend = await createNode(lab, one, toSlowNode(2_000));
    const second = await createNode(lab, two, toSlowNode(2_000), 'second');
    const nginx = await createNginx(lab, {
      port,
      site: `upstream shop {
    server 127.0.0.1:${one};
    server 127.0.0.1:${two};
}

${toServer(port, toLocation('/', 'proxy_pass http://shop;\nproxy_read_timeout 1s;'))}`,
    });
    await backend.start();
    await second.start();
    await nginx.start();
    return {
      nginx,
      backend,
      blanks: { 'backend-address': `127.0.0.1:${one}` },
      provoke: async () => {
        await nginx.ask('/slow-report');
        await nginx.ask('/');
      },
    };
  },
  fix: {
    title: 'Do not let timeouts of one location count',
    steps: {
      'Give slow URLs a location of their own': ({ nginx }, change) =>
        nginx.edit('server', `${toLocation('/slow', `proxy_pass http://shop;\n${change}`)}`),
      'Let a server be set aside only after several failures': intoBlock('upstream shop'),
    },
  },
});
