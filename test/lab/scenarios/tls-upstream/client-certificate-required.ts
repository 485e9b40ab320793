import { createGunicorn } from '../../backends/gunicorn.ts';
import { createAuthority } from '../../certificates.ts';
import { intoBlock, scenario } from '../../scenario.ts';
import { startProxied } from '../../start-proxied.ts';
import { HELLO_WSGI } from '../../wsgi.ts';

export default scenario({
  entry: 'upstream-tls-handshake-failed',
  cause: 'upstream-requires-client-certificate',
  decides: [],
  line: 'while SSL handshaking to upstream',
  needs: ['gunicorn', 'openssl'],
  start: async (lab) => {
    const authority = await createAuthority(lab);
    const own = await authority.issue('app.internal', ['DNS:app.internal']);
    const client = await authority.issue('nginx.internal', ['DNS:nginx.internal']);
    const { nginx, backend } = await startProxied(
      lab,
      (port) =>
        createGunicorn(
          lab,
          port,
          HELLO_WSGI,
          `certfile = "${own.cert}"\nkeyfile = "${own.key}"\nca_certs = "${authority.cert}"\ncert_reqs = 2\ndo_handshake_on_connect = True`,
        ),
      (port) => `proxy_pass https://127.0.0.1:${port};`,
    );
    return {
      nginx,
      backend,
      blanks: { 'backend-host-name': 'app.internal' },
      examples: { '/etc/nginx/ssl/client.crt': client.cert, '/etc/nginx/ssl/client.key': client.key },
      provoke: () => nginx.ask('/'),
    };
  },
  fix: {
    title: 'Give nginx a client certificate that the backend trusts',
    steps: { 'Name certificate and key': intoBlock('location /') },
  },
});
