import { copyFile } from 'node:fs/promises';
import { createAuthority } from '../../certificates.ts';
import { scenario } from '../../scenario.ts';
import { startTlsBackend, toChecked } from '../../start-tls-backend.ts';

export default scenario({
  entry: 'upstream-tls-handshake-failed',
  cause: 'upstream-certificate-expired',
  decides: ['error'],
  line: 'certificate has expired',
  needs: ['openssl'],
  start: async (lab) => {
    const authority = await createAuthority(lab);
    const old = await authority.issue('app.internal', ['DNS:app.internal'], -1);
    const renewed = await authority.issue('renewed', ['DNS:app.internal']);
    const { nginx, backend } = await startTlsBackend(lab, old, '', toChecked(authority.cert));
    return {
      nginx,
      backend,
      blanks: { 'backend-host-name': 'app.internal', old: old.cert.slice(0, -4), renewed: renewed.cert.slice(0, -4) },
      provoke: () => nginx.ask('/'),
    };
  },
  fix: {
    title: 'Renew it on the backend',
    steps: {
      'Renew it, reload the backend': async ({ backend, blanks }) => {
        for (const part of ['.crt', '.key']) await copyFile(`${blanks?.renewed}${part}`, `${blanks?.old}${part}`);
        await backend?.stop();
        await backend?.start();
      },
    },
  },
});
