import { writeFile } from 'node:fs/promises';
import { createGunicorn } from '../../backends/gunicorn.ts';
import { createNginx } from '../../nginx.ts';
import { scenario } from '../../scenario.ts';
import { toLocation, toServer } from '../../site.ts';
import { HELLO_WSGI } from '../../wsgi.ts';

export default scenario({
  entry: 'upstream-connection-refused',
  cause: 'backend-fails-to-boot',
  decides: ['backend'],
  line: 'connect() failed (111: Connection refused) while connecting to upstream',
  backendLine: 'Worker failed to boot',
  needs: ['gunicorn'],
  start: async (lab) => {
    const [port, appPort] = [await lab.port(), await lab.port()];
    const backend = await createGunicorn(lab, appPort, `import shop_settings\n\n${HELLO_WSGI}`, '');
    const nginx = await createNginx(lab, {
      port,
      site: toServer(port, toLocation('/', `proxy_pass http://127.0.0.1:${appPort};`)),
    });
    await nginx.start();
    await backend.runToEnd();
    return { nginx, backend, blanks: { module: `${lab.dir}/srv/shop_settings.py` }, provoke: () => nginx.ask('/') };
  },
  fix: {
    title: "Read the backend's start-up error",
    steps: { 'When the cause is cured': ({ blanks }) => writeFile(blanks?.module ?? '', '') },
  },
});
