import { createGunicorn } from '../../backends/gunicorn.ts';
import { scenario } from '../../scenario.ts';
import { startProxied } from '../../start-proxied.ts';
import { HELLO_WSGI } from '../../wsgi.ts';

export default scenario({
  entry: 'upstream-connection-refused',
  cause: 'backend-bound-to-ipv6-only',
  decides: ['backend'],
  line: 'connect() failed (111: Connection refused) while connecting to upstream',
  backendLine: 'Listening at: http://[::1]',
  needs: ['gunicorn', 'ipv6'],
  start: async (lab) => {
    const { nginx, backend, appPort } = await startProxied(lab, async (port) => {
      const gunicorn = await createGunicorn(lab, port, HELLO_WSGI, '');
      await gunicorn.edit(`bind = "[::1]:${port}"`);
      return gunicorn;
    });
    return { nginx, backend, blanks: { port: String(appPort) }, provoke: () => nginx.ask('/') };
  },
  fix: {
    title: 'Let the backend listen on 127.0.0.1',
    steps: {
      "Name the address in the backend's own configuration": async ({ backend }) =>
        backend?.editText('[::1]', '127.0.0.1'),
    },
  },
});
