import { createNode } from '../../backends/node.ts';
import { toSlowNode } from '../../node-programs.ts';
import { intoBlock, scenario } from '../../scenario.ts';
import { startProxied } from '../../start-proxied.ts';

export default scenario({
  entry: 'upstream-timed-out-reading-header',
  cause: 'slow-backend-request',
  decides: ['error'],
  line: 'upstream timed out (110: Connection timed out) while reading response header from upstream',
  needs: [],
  start: async (lab) => {
    const { nginx, backend } = await startProxied(
      lab,
      (appPort) => createNode(lab, appPort, toSlowNode(2_000)),
      (appPort) => `proxy_pass http://127.0.0.1:${appPort};\nproxy_read_timeout 1s;`,
    );
    return { nginx, backend, provoke: () => nginx.ask('/slow-report') };
  },
  fix: {
    title: 'Give this one location more time',
    steps: { 'Raise the limit for this location only': intoBlock('location /') },
  },
});
