import { createNode } from '../../backends/node.ts';
import { createNginx } from '../../nginx.ts';
import { HELLO_NODE } from '../../node-programs.ts';
import { scenario } from '../../scenario.ts';
import { toLocation, toServer } from '../../site.ts';

export default scenario({
  entry: 'no-live-upstreams',
  cause: 'all-backends-down',
  decides: ['error'],
  line: 'no live upstreams while connecting to upstream',
  needs: [],
  start: async (lab) => {
    const [port, one, two] = [await lab.port(), await lab.port(), await lab.port()];
    const backend = await createNode(lab, one, HELLO_NODE);
    const nginx = await createNginx(lab, {
      port,
      site: `upstream shop {
    server 127.0.0.1:${one} fail_timeout=2s;
    server 127.0.0.1:${two} fail_timeout=2s;
}

${toServer(port, toLocation('/', 'proxy_pass http://shop;'))}`,
    });
    await nginx.start();
    return {
      nginx,
      backend,
      provoke: async () => {
        await nginx.ask('/');
        await nginx.ask('/');
      },
    };
  },
  fix: {
    title: 'Cure the error that was logged before',
    steps: {
      'See whether the backends run': async ({ backend }) => backend?.start(),
      'Nothing has to be done in nginx': ({ nginx }, _, lab) =>
        lab.until(async () => (await nginx.ask('/')).status === 200, 'nginx to try the servers again'),
    },
  },
});
