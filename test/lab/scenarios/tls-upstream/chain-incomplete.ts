import { bundle, createAuthority } from '../../certificates.ts';
import { scenario } from '../../scenario.ts';
import { startTlsBackend, toChecked } from '../../start-tls-backend.ts';

export default scenario({
  entry: 'upstream-tls-handshake-failed',
  cause: 'upstream-certificate-chain-incomplete',
  decides: [],
  line: 'upstream SSL certificate verify error: (2',
  needs: ['openssl'],
  start: async (lab) => {
    const authority = await createAuthority(lab);
    const issuer = await authority.delegate('issuer');
    const own = await issuer.issue('app.internal', ['DNS:app.internal']);
    const { nginx, backend } = await startTlsBackend(lab, own, '', toChecked(authority.cert));
    return {
      nginx,
      backend,
      blanks: { 'backend-host-name': 'app.internal', cert: own.cert, issuer: issuer.cert },
      provoke: () => nginx.ask('/'),
    };
  },
  fix: {
    title: 'Let the backend send the full chain',
    steps: {
      'Install the file with the chain': async ({ backend, blanks }) => {
        bundle({ cert: blanks?.cert ?? '', key: '' }, { cert: blanks?.issuer ?? '', key: '' });
        await backend?.stop();
        await backend?.start();
      },
    },
  },
});
