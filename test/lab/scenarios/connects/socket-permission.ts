import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createGunicorn } from '../../backends/gunicorn.ts';
import { createNginx } from '../../nginx.ts';
import { scenario } from '../../scenario.ts';
import { toLocation, toServer } from '../../site.ts';
import { HELLO_WSGI } from '../../wsgi.ts';

export default scenario({
  entry: 'upstream-permission-denied',
  cause: 'unix-socket-permission',
  decides: ['error'],
  line: 'failed (13: Permission denied) while connecting to upstream',
  needs: ['gunicorn', 'root'],
  start: async (lab) => {
    const port = await lab.port();
    const socket = join(lab.dir, 'run/shop.sock');
    const nginx = await createNginx(lab, {
      port,
      site: toServer(port, toLocation('/', `proxy_pass http://unix:${socket};`)),
    });
    mkdirSync(join(lab.dir, 'run'), { recursive: true });
    const backend = await createGunicorn(lab, socket, HELLO_WSGI, 'umask = 0o177');
    await backend.start();
    await nginx.start();
    return { nginx, backend, provoke: () => nginx.ask('/') };
  },
  fix: {
    title: "Give the socket to the group of nginx's workers",
    steps: { 'Let the backend set it': async ({ backend }) => backend?.edit('umask = 0o007\ngroup = "www-data"') },
    verify: { "Connect as nginx's user": /^200$/ },
  },
});
