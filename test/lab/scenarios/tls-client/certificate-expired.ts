import { copyFile } from 'node:fs/promises';
import { createAuthority } from '../../certificates.ts';
import { runClient } from '../../run-client.ts';
import { byHand, scenario } from '../../scenario.ts';
import { startTlsSite, toTlsBlanks } from '../../start-tls-site.ts';

export default scenario({
  entry: 'client-tls-handshake-failed',
  cause: 'server-certificate-expired',
  decides: ['error'],
  line: 'SSL alert number 45',
  needs: ['openssl'],
  start: async (lab) => {
    const authority = await createAuthority(lab);
    const own = await authority.issue('example.com', ['DNS:example.com', 'IP:127.0.0.1'], -1);
    const renewed = await authority.issue('renewed', ['DNS:example.com', 'IP:127.0.0.1']);
    const nginx = await startTlsSite(lab, own, '');
    return {
      nginx,
      blanks: { ...toTlsBlanks(nginx), own: own.cert.slice(0, -4), renewed: renewed.cert.slice(0, -4) },
      provoke: () => runClient(lab, `curl -sS ${nginx.url}/`),
    };
  },
  fix: {
    title: 'Renew it, and reload after each renewal',
    steps: {
      'Renew, with a reload after each success': byHand(
        'there is no certbot here; the lab renews it',
        async ({ nginx, blanks }) => {
          for (const part of ['.crt', '.key']) await copyFile(`${blanks?.renewed}${part}`, `${blanks?.own}${part}`);
          await nginx.reload();
        },
      ),
    },
    verify: { 'A handshake ends well': /Verify return code: 0 \(ok\)/ },
  },
});
