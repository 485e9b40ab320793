import { createUwsgi } from '../../backends/uwsgi.ts';
import { intoSettings, scenario } from '../../scenario.ts';
import { startProxied } from '../../start-proxied.ts';
import { HELLO_WSGI } from '../../wsgi.ts';

const COOKIES = { cookie: `cart=${'x'.repeat(5_000)}` };

export default scenario({
  entry: 'upstream-connection-reset',
  cause: 'uwsgi-buffer-size-exceeded',
  decides: ['backend'],
  line: 'recv() failed (104: Connection reset by peer)',
  backendLine: 'invalid request block size',
  needs: ['uwsgi'],
  start: async (lab) => {
    const { nginx, backend } = await startProxied(
      lab,
      (appPort) => createUwsgi(lab, appPort, 'socket', HELLO_WSGI),
      (appPort) => `include uwsgi_params;\nuwsgi_pass 127.0.0.1:${appPort};`,
    );
    return { nginx, backend, provoke: () => nginx.ask('/checkout', { headers: COOKIES }) };
  },
  fix: {
    title: "Raise uWSGI's buffer-size",
    steps: { 'Allow the whole request header': intoSettings },
  },
});
