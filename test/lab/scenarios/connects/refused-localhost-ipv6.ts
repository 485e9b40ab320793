import { createNode } from '../../backends/node.ts';
import { HELLO_NODE } from '../../node-programs.ts';
import { intoBlock, scenario } from '../../scenario.ts';
import { startProxied } from '../../start-proxied.ts';

export default scenario({
  entry: 'upstream-connection-refused',
  cause: 'localhost-resolves-to-ipv6',
  decides: ['error'],
  line: 'upstream: "http://[::1]',
  needs: ['ipv6-localhost'],
  start: async (lab) => {
    const { nginx, backend } = await startProxied(
      lab,
      (appPort) => createNode(lab, appPort, HELLO_NODE),
      (appPort) => `proxy_pass http://localhost:${appPort};`,
    );
    return {
      nginx,
      backend,
      // nginx takes the addresses of a name in turn.
      provoke: async () => {
        await nginx.ask('/');
        await nginx.ask('/');
      },
    };
  },
  fix: {
    title: 'Name the address on which the backend really listens',
    steps: { 'Write that address where `localhost` stands': intoBlock('location /') },
    verify: { 'Ask the backend as nginx does': { left: 'the address that failed stays one on which nobody listens' } },
  },
});
