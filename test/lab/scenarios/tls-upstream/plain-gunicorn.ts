import { createGunicorn } from '../../backends/gunicorn.ts';
import { intoBlock, scenario } from '../../scenario.ts';
import { startProxied } from '../../start-proxied.ts';
import { HELLO_WSGI } from '../../wsgi.ts';

export default scenario({
  entry: 'upstream-tls-handshake-failed',
  cause: 'https-to-plain-http-backend',
  decides: ['backend'],
  line: 'peer closed connection in SSL handshake',
  backendLine: 'WORKER TIMEOUT',
  needs: ['gunicorn'],
  start: async (lab) => {
    const { nginx, backend } = await startProxied(
      lab,
      (port) => createGunicorn(lab, port, HELLO_WSGI, 'timeout = 1'),
      (port) => `proxy_pass https://127.0.0.1:${port};`,
    );
    return { nginx, backend, provoke: () => nginx.ask('/') };
  },
  fix: { title: 'Use http:// for that port', steps: { 'Change the scheme': intoBlock('location /') } },
});
