import { createInnerNginx } from '../../backends/inner-nginx.ts';
import { createAuthority } from '../../certificates.ts';
import { intoBlock, scenario } from '../../scenario.ts';
import { startProxied } from '../../start-proxied.ts';

export default scenario({
  entry: 'upstream-tls-handshake-failed',
  cause: 'upstream-sni-missing',
  decides: ['error'],
  line: 'while SSL handshaking to upstream',
  needs: ['openssl'],
  start: async (lab) => {
    const { cert, key } = await (await createAuthority(lab)).issue('app.internal', ['DNS:app.internal']);
    const { nginx, backend } = await startProxied(
      lab,
      (port) =>
        createInnerNginx(
          lab,
          port,
          `server { listen 127.0.0.1:${port} ssl default_server; ssl_reject_handshake on; }
server { listen 127.0.0.1:${port} ssl; server_name app.internal; ssl_certificate ${cert}; ssl_certificate_key ${key}; return 200; }`,
        ),
      (port) => `proxy_pass https://127.0.0.1:${port};`,
    );
    return {
      nginx,
      backend,
      blanks: { 'backend-host-name': 'app.internal' },
      examples: { 'backend.example.com': 'app.internal' },
      provoke: () => nginx.ask('/'),
    };
  },
  fix: { title: 'Send the name', steps: { 'Let nginx send the name': intoBlock('location /') } },
});
