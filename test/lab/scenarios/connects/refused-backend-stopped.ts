import { createGunicorn } from '../../backends/gunicorn.ts';
import { createNginx } from '../../nginx.ts';
import { scenario } from '../../scenario.ts';
import { toLocation, toServer } from '../../site.ts';
import { HELLO_WSGI } from '../../wsgi.ts';

export default scenario({
  entry: 'upstream-connection-refused',
  cause: 'backend-not-listening',
  decides: ['error'],
  line: 'connect() failed (111: Connection refused) while connecting to upstream',
  needs: ['gunicorn'],
  start: async (lab) => {
    const [port, appPort] = [await lab.port(), await lab.port()];
    const backend = await createGunicorn(lab, appPort, HELLO_WSGI, '');
    const nginx = await createNginx(lab, {
      port,
      site: toServer(port, toLocation('/', `proxy_pass http://127.0.0.1:${appPort};`)),
    });
    await nginx.start();
    return { nginx, backend, provoke: () => nginx.ask('/') };
  },
  fix: { title: 'Start the backend and keep it enabled', steps: {} },
});
