import { APP_INTERNAL, createDnsmasq } from '../../backends/dnsmasq.ts';
import { createNode } from '../../backends/node.ts';
import { HELLO_NODE } from '../../node-programs.ts';
import { intoBlock, scenario } from '../../scenario.ts';
import { startProxied } from '../../start-proxied.ts';

export default scenario({
  entry: 'upstream-host-not-found',
  cause: 'no-resolver-defined',
  decides: ['error'],
  line: 'no resolver defined to resolve',
  needs: ['dnsmasq'],
  start: async (lab) => {
    const dnsPort = await lab.port();
    const dns = await createDnsmasq(lab, dnsPort, APP_INTERNAL);
    const { nginx, backend } = await startProxied(
      lab,
      (port) => createNode(lab, port, HELLO_NODE),
      (port) => `set $backend http://app.internal:${port};\nproxy_pass $backend;`,
    );
    await dns.start();
    return { nginx, backend, examples: { '127.0.0.11': `127.0.0.1:${dnsPort}` }, provoke: () => nginx.ask('/') };
  },
  fix: { title: 'Set a resolver', steps: { 'Name it. In Docker': intoBlock('server') } },
});
