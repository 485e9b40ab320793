import { APP_INTERNAL, createDnsmasq } from '../../backends/dnsmasq.ts';
import { createNode } from '../../backends/node.ts';
import { HELLO_NODE } from '../../node-programs.ts';
import { intoBlock, scenario } from '../../scenario.ts';
import { startProxied } from '../../start-proxied.ts';

export default scenario({
  entry: 'upstream-host-not-found',
  cause: 'resolver-refuses-query',
  decides: ['error'],
  line: 'could not be resolved (5: Operation refused)',
  needs: ['dnsmasq'],
  start: async (lab) => {
    const [wrongPort, rightPort] = [await lab.port(), await lab.port()];
    // Without a server to ask, dnsmasq refuses what it doesn't know itself.
    const wrong = await createDnsmasq(lab, wrongPort, ['--address=/other.internal/127.0.0.1'], 'wrong');
    const right = await createDnsmasq(lab, rightPort, APP_INTERNAL, 'right');
    const { nginx, backend } = await startProxied(
      lab,
      (port) => createNode(lab, port, HELLO_NODE),
      (port) =>
        `resolver 127.0.0.1:${wrongPort} valid=1s;\nset $backend http://app.internal:${port};\nproxy_pass $backend;`,
    );
    await wrong.start();
    await right.start();
    return {
      nginx,
      backend,
      blanks: { 'backend-host-name': 'app.internal', 'resolver-address': '127.0.0.1' },
      examples: { '127.0.0.53': `127.0.0.1:${rightPort}` },
      provoke: () => nginx.ask('/'),
    };
  },
  fix: {
    title: 'Ask a server that serves this machine',
    steps: { "Name the machine's own server": intoBlock('location /') },
  },
});
