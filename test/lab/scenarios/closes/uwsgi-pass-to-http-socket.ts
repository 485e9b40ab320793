import { createUwsgi } from '../../backends/uwsgi.ts';
import { intoBlock, scenario } from '../../scenario.ts';
import { startProxied } from '../../start-proxied.ts';
import { HELLO_WSGI } from '../../wsgi.ts';

export default scenario({
  entry: 'upstream-prematurely-closed',
  cause: 'uwsgi-pass-to-http-socket',
  decides: ['access', 'config'],
  line: 'upstream prematurely closed connection',
  needs: ['uwsgi'],
  start: async (lab) => {
    const { nginx, backend } = await startProxied(
      lab,
      (appPort) => createUwsgi(lab, appPort, 'http-socket', HELLO_WSGI),
      (appPort) => `include uwsgi_params;\nuwsgi_pass 127.0.0.1:${appPort};`,
    );
    return {
      nginx,
      backend,
      blanks: { 'uwsgi-ini-file': `${lab.dir}/srv/uwsgi.ini` },
      provoke: async () => {
        await nginx.ask('/orders');
        await nginx.ask('/orders');
      },
    };
  },
  fix: {
    title: 'Make both ends speak one protocol',
    steps: { 'If it speaks HTTP, use proxy_pass': intoBlock('location /') },
  },
});
