import { createAuthority } from '../../certificates.ts';
import { intoBlock, scenario } from '../../scenario.ts';
import { startTlsBackend } from '../../start-tls-backend.ts';

export default scenario({
  entry: 'upstream-tls-handshake-failed',
  cause: 'upstream-tls-protocol-mismatch',
  decides: ['error'],
  line: 'while SSL handshaking to upstream',
  needs: ['openssl'],
  start: async (lab) => {
    const certificate = await (await createAuthority(lab)).issue('app.internal', ['DNS:app.internal']);
    // nginx offers up to TLS 1.2 to backends unless told otherwise, until 1.27.
    const { nginx, backend } = await startTlsBackend(lab, certificate, 'ssl_protocols TLSv1.3;', '');
    return { nginx, backend, provoke: () => nginx.ask('/') };
  },
  fix: {
    title: 'Allow the version that the backend has',
    steps: { 'Allow both current versions': intoBlock('location /') },
  },
});
