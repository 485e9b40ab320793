import { bundle, createAuthority } from '../../certificates.ts';
import { intoBlock, scenario } from '../../scenario.ts';
import { startTlsBackend, toChecked } from '../../start-tls-backend.ts';

export default scenario({
  entry: 'upstream-tls-handshake-failed',
  cause: 'ssl-verify-depth-too-low',
  decides: [],
  line: 'upstream SSL certificate verify error: (2',
  needs: ['openssl'],
  start: async (lab) => {
    const authority = await createAuthority(lab);
    const upper = await authority.delegate('upper');
    const lower = await upper.delegate('lower');
    const own = await lower.issue('app.internal', ['DNS:app.internal']);
    bundle(own, lower, upper);
    const { nginx, backend } = await startTlsBackend(lab, own, '', toChecked(authority.cert));
    return { nginx, backend, blanks: { 'backend-host-name': 'app.internal' }, provoke: () => nginx.ask('/') };
  },
  fix: { title: 'Allow the depth of the real chain', steps: { 'Set it': intoBlock('location /') } },
});
