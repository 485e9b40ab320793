import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createGunicorn } from '../../backends/gunicorn.ts';
import { createNginx } from '../../nginx.ts';
import { leave, scenario } from '../../scenario.ts';
import { toLocation, toServer } from '../../site.ts';
import { HELLO_WSGI } from '../../wsgi.ts';

export default scenario({
  entry: 'upstream-permission-denied',
  cause: 'unix-socket-parent-dir-not-traversable',
  decides: [],
  line: 'failed (13: Permission denied) while connecting to upstream',
  needs: ['gunicorn', 'root'],
  start: async (lab) => {
    const port = await lab.port();
    const closed = join(lab.dir, 'home/shop');
    mkdirSync(closed, { recursive: true });
    chmodSync(closed, 0o750);
    const nginx = await createNginx(lab, {
      port,
      site: toServer(port, toLocation('/', `proxy_pass http://unix:${closed}/app.sock;`)),
    });
    const backend = await createGunicorn(lab, `${closed}/app.sock`, HELLO_WSGI, 'umask = 0');
    await backend.start();
    await nginx.start();
    return { nginx, backend, blanks: { closed, open: join(lab.dir, 'run') }, provoke: () => nginx.ask('/') };
  },
  fix: {
    title: 'Put the socket into a directory below /run',
    steps: {
      'Let systemd make a directory': leave('there is no systemd in a laboratory; its directory stands ready'),
      'Let the backend make its socket in /run/app': async ({ nginx, backend, blanks }) => {
        await backend?.editText(`${blanks?.closed}`, `${blanks?.open}`);
        await nginx.edit('location /', `proxy_pass http://unix:${blanks?.open}/app.sock;`);
      },
    },
    verify: { "Connect as nginx's user": { left: 'the path that failed stays closed' } },
  },
});
