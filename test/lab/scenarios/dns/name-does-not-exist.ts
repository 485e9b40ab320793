import { APP_INTERNAL, createDnsmasq } from '../../backends/dnsmasq.ts';
import { createNode } from '../../backends/node.ts';
import { HELLO_NODE } from '../../node-programs.ts';
import { intoBlock, scenario } from '../../scenario.ts';
import { startProxied } from '../../start-proxied.ts';

export default scenario({
  entry: 'upstream-host-not-found',
  cause: 'upstream-dns-name-does-not-exist',
  decides: ['error'],
  line: 'app.internal could not be resolved (3: Host not found)',
  needs: ['dnsmasq'],
  start: async (lab) => {
    const [wrongPort, rightPort] = [await lab.port(), await lab.port()];
    const wrong = await createDnsmasq(lab, wrongPort, ['--local=/internal/'], 'wrong');
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
      examples: { '192.0.2.53': `127.0.0.1:${rightPort}` },
      provoke: () => nginx.ask('/'),
    };
  },
  fix: {
    title: 'Correct the name or the record',
    steps: { 'Correct the name, or point `resolver`': intoBlock('location /') },
  },
});
