import { join } from 'node:path';
import { createGunicorn } from '../../backends/gunicorn.ts';
import { createNginx } from '../../nginx.ts';
import { leave, scenario } from '../../scenario.ts';
import { toLocation, toServer } from '../../site.ts';
import { toSlowWsgi } from '../../wsgi.ts';

const PATHS = ['/', '/cart', '/search', '/help', '/orders', '/about'];

export default scenario({
  entry: 'upstream-socket-busy',
  cause: 'unix-socket-backlog-full',
  alsoTrue: ['backend-worker-pool-exhausted'],
  decides: ['error'],
  line: 'failed (11: Resource temporarily unavailable) while connecting to upstream',
  needs: ['gunicorn'],
  start: async (lab) => {
    const port = await lab.port();
    const socket = join(lab.dir, 'run/shop.sock');
    const nginx = await createNginx(lab, {
      port,
      site: toServer(port, toLocation('/', `proxy_pass http://unix:${socket};`)),
    });
    const backend = await createGunicorn(lab, socket, toSlowWsgi(0.5), 'umask = 0\nbacklog = 1');
    await backend.start();
    await nginx.start();
    return {
      nginx,
      backend,
      provoke: () => Promise.all(PATHS.map((path, index) => nginx.ask(path, { from: `127.0.1.${index}` }))),
    };
  },
  fix: {
    title: 'Lengthen the queue',
    steps: {
      'Raise it, and keep it': leave("the kernel's limit belongs to the whole machine, and is high enough"),
      "Raise the backend's own": async ({ backend }) => backend?.edit('backlog = 2048'),
    },
    verify: { 'Under the usual load': /LISTEN\s+0\s+2048\b/ },
  },
});
