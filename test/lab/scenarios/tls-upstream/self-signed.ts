import { createAuthority, createSelfSigned } from '../../certificates.ts';
import { intoBlock, scenario } from '../../scenario.ts';
import { startTlsBackend, toChecked } from '../../start-tls-backend.ts';

export default scenario({
  entry: 'upstream-tls-handshake-failed',
  cause: 'upstream-certificate-self-signed',
  decides: ['error'],
  line: 'upstream SSL certificate verify error: (18:',
  needs: ['openssl'],
  start: async (lab) => {
    const authority = await createAuthority(lab);
    const own = await createSelfSigned(lab, 'app.internal', ['DNS:app.internal']);
    const { nginx, backend } = await startTlsBackend(lab, own, '', toChecked(authority.cert));
    return { nginx, backend, examples: { '/etc/nginx/ssl/backend.crt': own.cert }, provoke: () => nginx.ask('/') };
  },
  fix: {
    title: 'Trust exactly that certificate',
    steps: { 'Trust it, and keep verification on': intoBlock('location /') },
  },
});
