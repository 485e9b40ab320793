import { createDnsmasq } from '../../backends/dnsmasq.ts';
import { createNode } from '../../backends/node.ts';
import { HELLO_NODE } from '../../node-programs.ts';
import { intoBlock, scenario } from '../../scenario.ts';
import { startProxied } from '../../start-proxied.ts';

export default scenario({
  entry: 'upstream-host-not-found',
  cause: 'dns-server-lacks-aaaa-handling',
  decides: [],
  line: 'app.internal could not be resolved (5: Operation refused)',
  needs: ['dnsmasq'],
  start: async (lab) => {
    const dnsPort = await lab.port();
    // Told an IPv4 address alone and no other server to ask, dnsmasq refuses the question for IPv6; nginx then has no answer at all.
    const dns = await createDnsmasq(lab, dnsPort, ['--address=/app.internal/127.0.0.1']);
    const { nginx, backend } = await startProxied(
      lab,
      (port) => createNode(lab, port, HELLO_NODE),
      (port) =>
        `resolver 127.0.0.1:${dnsPort} valid=1s;\nset $backend http://app.internal:${port};\nproxy_pass $backend;`,
    );
    await dns.start();
    return {
      nginx,
      backend,
      blanks: { 'backend-host-name': 'app.internal', 'resolver-address': '127.0.0.1' },
      examples: { '192.0.2.53': `127.0.0.1:${dnsPort}` },
      provoke: () => nginx.ask('/'),
    };
  },
  fix: { title: "Don't ask for IPv6", steps: { 'Leave AAAA out': intoBlock('location /') } },
});
