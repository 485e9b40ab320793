import { createGunicorn } from '../../backends/gunicorn.ts';
import { intoBlock, scenario } from '../../scenario.ts';
import { startProxied } from '../../start-proxied.ts';
import { HELLO_WSGI } from '../../wsgi.ts';

export default scenario({
  entry: 'upstream-connection-refused',
  cause: 'wrong-upstream-port',
  decides: ['backend'],
  line: 'connect() failed (111: Connection refused) while connecting to upstream',
  backendLine: 'Listening at: ',
  needs: ['gunicorn'],
  start: async (lab) => {
    const wrong = await lab.port();
    const { nginx, backend, appPort } = await startProxied(
      lab,
      (port) => createGunicorn(lab, port, HELLO_WSGI, ''),
      () => `proxy_pass http://127.0.0.1:${wrong};`,
    );
    return { nginx, backend, examples: { '127.0.0.1:8080': `127.0.0.1:${appPort}` }, provoke: () => nginx.ask('/') };
  },
  fix: {
    title: 'Make both sides use one port',
    steps: { "Write the backend's port where": intoBlock('location /') },
    verify: { 'Ask the backend as nginx does': { left: 'the address that failed stays one on which nobody listens' } },
  },
});
