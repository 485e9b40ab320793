import { createUwsgi } from '../../backends/uwsgi.ts';
import { intoBlock, leave, scenario } from '../../scenario.ts';
import { startProxied } from '../../start-proxied.ts';
import { HELLO_WSGI } from '../../wsgi.ts';

export default scenario({
  entry: 'upstream-prematurely-closed',
  cause: 'protocol-mismatch-http-to-uwsgi',
  decides: ['backend'],
  line: 'upstream prematurely closed connection',
  backendLine: 'invalid request block size',
  needs: ['uwsgi'],
  start: async (lab) => {
    const { nginx, backend } = await startProxied(lab, (appPort) => createUwsgi(lab, appPort, 'socket', HELLO_WSGI));
    return { nginx, backend, provoke: () => nginx.ask('/orders') };
  },
  fix: {
    title: 'Speak the uwsgi protocol to the socket',
    steps: { 'Replace proxy_pass': intoBlock('location /'), 'Or let uWSGI speak HTTP': leave('an alternative') },
  },
});
