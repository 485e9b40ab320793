import { createNode } from '../../backends/node.ts';
import { HELLO_NODE } from '../../node-programs.ts';
import { scenario } from '../../scenario.ts';
import { startProxied } from '../../start-proxied.ts';

export default scenario({
  entry: 'upstream-timed-out-reading-header',
  cause: 'backend-process-frozen',
  decides: [],
  line: 'upstream timed out (110: Connection timed out) while reading response header from upstream',
  needs: [],
  start: async (lab) => {
    const { nginx, backend } = await startProxied(
      lab,
      (appPort) => createNode(lab, appPort, HELLO_NODE),
      (appPort) => `proxy_pass http://127.0.0.1:${appPort};\nproxy_read_timeout 1s;`,
    );
    process.kill(backend.pid(), 'SIGSTOP');
    return { nginx, backend, blanks: { 'backend-pid': String(backend.pid()) }, provoke: () => nginx.ask('/') };
  },
  fix: { title: 'Wake it or restart it', steps: {} },
});
