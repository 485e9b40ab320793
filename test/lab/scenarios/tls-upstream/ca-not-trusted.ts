import { bundle, createAuthority } from '../../certificates.ts';
import { intoBlock, scenario } from '../../scenario.ts';
import { startTlsBackend, toChecked } from '../../start-tls-backend.ts';

export default scenario({
  entry: 'upstream-tls-handshake-failed',
  cause: 'upstream-ca-not-trusted',
  decides: ['error'],
  line: 'upstream SSL certificate verify error: (20:',
  needs: ['openssl'],
  start: async (lab) => {
    const authority = await createAuthority(lab);
    const other = await createAuthority(lab, 'other');
    const issuer = await authority.delegate('issuer');
    const own = await issuer.issue('app.internal', ['DNS:app.internal']);
    bundle(own, issuer);
    const { nginx, backend } = await startTlsBackend(lab, own, '', toChecked(other.cert));
    return {
      nginx,
      backend,
      blanks: { 'backend-host-name': 'app.internal' },
      examples: { '/etc/ssl/certs/ca-certificates.crt': authority.cert },
      provoke: () => nginx.ask('/'),
    };
  },
  fix: {
    title: "Name the authority's certificate",
    steps: { 'For a public authority use': intoBlock('location /') },
  },
});
