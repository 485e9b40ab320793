import { createAuthority } from '../../certificates.ts';
import { intoBlock, scenario } from '../../scenario.ts';
import { startTlsBackend } from '../../start-tls-backend.ts';

export default scenario({
  entry: 'upstream-tls-handshake-failed',
  cause: 'upstream-certificate-name-mismatch',
  decides: ['error'],
  line: 'upstream SSL certificate does not match',
  needs: ['openssl'],
  start: async (lab) => {
    const authority = await createAuthority(lab);
    const own = await authority.issue('app.internal', ['DNS:app.internal']);
    const { nginx, backend } = await startTlsBackend(
      lab,
      own,
      '',
      `proxy_ssl_verify on;\nproxy_ssl_trusted_certificate ${authority.cert};`,
    );
    return {
      nginx,
      backend,
      blanks: { 'backend-host-name': 'app.internal' },
      examples: { 'backend.example.com': 'app.internal' },
      provoke: () => nginx.ask('/'),
    };
  },
  fix: {
    title: "Tell nginx the certificate's name",
    steps: { 'Expect and send one of them': intoBlock('location /') },
  },
});
