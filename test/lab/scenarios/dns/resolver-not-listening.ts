import { APP_INTERNAL, createDnsmasq } from '../../backends/dnsmasq.ts';
import { createNode } from '../../backends/node.ts';
import { HELLO_NODE } from '../../node-programs.ts';
import { intoBlock, scenario } from '../../scenario.ts';
import { startProxied } from '../../start-proxied.ts';

export default scenario({
  entry: 'upstream-host-not-found',
  cause: 'resolver-not-listening',
  alsoTrue: ['resolver-unreachable'],
  decides: ['error'],
  line: 'while resolving, resolver:',
  needs: ['dnsmasq'],
  start: async (lab) => {
    const [nobody, rightPort] = [await lab.port(), await lab.port()];
    const right = await createDnsmasq(lab, rightPort, APP_INTERNAL);
    const { nginx, backend } = await startProxied(
      lab,
      (port) => createNode(lab, port, HELLO_NODE),
      (port) =>
        `resolver 127.0.0.1:${nobody} valid=1s;\nresolver_timeout 2s;\nset $backend http://app.internal:${port};\nproxy_pass $backend;`,
    );
    await right.start();
    return {
      nginx,
      backend,
      blanks: { method: 'GET', url: `${nginx.url}/` },
      examples: { '127.0.0.53': `127.0.0.1:${rightPort}` },
      provoke: () => nginx.ask('/'),
    };
  },
  fix: { title: 'Name a server that exists here', steps: { 'Name it': intoBlock('location /') } },
});
