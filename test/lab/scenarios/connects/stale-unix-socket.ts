import { join } from 'node:path';
import { createGunicorn } from '../../backends/gunicorn.ts';
import { createNginx } from '../../nginx.ts';
import { scenario } from '../../scenario.ts';
import { toLocation, toServer } from '../../site.ts';
import { HELLO_WSGI } from '../../wsgi.ts';

export default scenario({
  entry: 'upstream-connection-refused',
  cause: 'stale-unix-socket',
  decides: ['error'],
  line: 'failed (111: Connection refused) while connecting to upstream',
  needs: ['gunicorn'],
  start: async (lab) => {
    const port = await lab.port();
    const socket = join(lab.dir, 'run/shop.sock');
    const nginx = await createNginx(lab, {
      port,
      site: toServer(port, toLocation('/', `proxy_pass http://unix:${socket};`)),
    });
    const backend = await createGunicorn(lab, socket, HELLO_WSGI, 'umask = 0');
    await backend.start();
    await backend.logged('Booting worker');
    await nginx.start();
    process.kill(-backend.pid(), 'SIGKILL');
    await backend.ended();
    return { nginx, backend, provoke: () => nginx.ask('/') };
  },
  fix: {
    title: 'Start the backend so that it makes the socket anew',
    steps: {},
    verify: { 'Somebody listens on the socket': /LISTEN.*gunicorn/ },
  },
});
