import { createGunicorn } from '../../backends/gunicorn.ts';
import { scenario } from '../../scenario.ts';
import { countConnections, countWaiting } from '../../sockets.ts';
import { startProxied } from '../../start-proxied.ts';
import { toSlowWsgi } from '../../wsgi.ts';

export default scenario({
  entry: 'upstream-timed-out-connecting',
  cause: 'backend-accept-queue-full',
  decides: ['error'],
  line: 'upstream timed out (110: Connection timed out) while connecting to upstream',
  needs: ['gunicorn'],
  start: async (lab) => {
    const { nginx, backend, appPort } = await startProxied(
      lab,
      (port) => createGunicorn(lab, port, toSlowWsgi(1.5), 'backlog = 1'),
      (port) => `proxy_pass http://127.0.0.1:${port};\nproxy_connect_timeout 700ms;`,
    );
    const visit = (visitor: number) => nginx.ask('/', { from: `127.0.1.${visitor}` });
    return {
      nginx,
      backend,
      isLoaded: () => countWaiting(appPort) >= 2,
      // One request is served, two fill the queue (it holds one more than its length), the others find it full.
      provoke: async () => {
        const served = visit(1);
        await lab.until(
          () => countConnections(appPort, 'ESTABLISHED') === 1 && countWaiting(appPort) === 0,
          'a busy worker',
        );
        const waiting = [visit(2), visit(3)];
        await lab.until(() => countWaiting(appPort) === 2, 'a full queue');
        await Promise.all([served, ...waiting, visit(4), visit(5)]);
      },
    };
  },
  fix: {
    title: 'Let the backend accept faster, and lengthen its queue',
    steps: { 'Then lengthen the queue': async ({ backend }) => backend?.edit('backlog = 2048') },
    verify: { "Connect from nginx's machine": /^connected after 0\.[0-9]+ s$/ },
  },
});
