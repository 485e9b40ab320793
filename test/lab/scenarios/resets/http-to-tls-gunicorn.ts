import { createGunicorn } from '../../backends/gunicorn.ts';
import { createAuthority } from '../../certificates.ts';
import { intoBlock, scenario } from '../../scenario.ts';
import { startProxied } from '../../start-proxied.ts';
import { HELLO_WSGI } from '../../wsgi.ts';

export default scenario({
  entry: 'upstream-connection-reset',
  cause: 'plain-http-sent-to-tls-backend',
  decides: [],
  line: 'recv() failed (104: Connection reset by peer)',
  needs: ['gunicorn', 'openssl'],
  start: async (lab) => {
    const authority = await createAuthority(lab);
    const { cert, key } = await authority.issue('app.internal', ['DNS:app.internal', 'IP:127.0.0.1']);
    const { nginx, backend } = await startProxied(lab, (appPort) =>
      createGunicorn(lab, appPort, HELLO_WSGI, `certfile = "${cert}"\nkeyfile = "${key}"`),
    );
    return {
      nginx,
      backend,
      blanks: { 'name-in-the-certificate': 'app.internal' },
      examples: { '/etc/ssl/certs/ca-certificates.crt': authority.cert },
      provoke: async () => {
        await nginx.ask('/');
        await nginx.ask('/');
      },
    };
  },
  fix: {
    title: 'Speak TLS to the port that expects it',
    steps: { 'Change the scheme': intoBlock('location /'), 'Have the certificate checked': intoBlock('location /') },
  },
});
