import { createApache } from '../../backends/apache.ts';
import { scenario } from '../../scenario.ts';
import { startProxied } from '../../start-proxied.ts';

export default scenario({
  entry: 'upstream-timed-out-reading-header',
  cause: 'backend-worker-pool-exhausted',
  decides: ['backend'],
  line: 'upstream timed out (110: Connection timed out) while reading response header from upstream',
  backendLine: 'server reached MaxRequestWorkers setting',
  needs: ['apache'],
  start: async (lab) => {
    const { nginx, backend } = await startProxied(
      lab,
      (appPort) =>
        createApache(
          lab,
          appPort,
          'sleep 2; printf "Content-Type: text/plain\\n\\nready\\n"',
          'ServerLimit 2\nMaxRequestWorkers 2\nStartServers 2',
        ),
      (appPort) => `proxy_pass http://127.0.0.1:${appPort};\nproxy_read_timeout 3500ms;`,
    );
    return {
      nginx,
      backend,
      // No request takes longer than nginx waits; together they find no worker.
      provoke: () =>
        Promise.all(
          [1, 2, 3, 4, 5, 6].map((visitor) => nginx.ask(`/report/${visitor}`, { from: `127.0.1.${visitor}` })),
        ),
    };
  },
  fix: {
    title: 'Find what occupies the workers',
    steps: {
      'Then raise the number': async ({ backend }) =>
        backend?.edit('ServerLimit 20\nMaxRequestWorkers 20\nStartServers 10'),
    },
  },
});
