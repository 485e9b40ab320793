import { execFile } from 'node:child_process';
import { rename } from 'node:fs/promises';
import { promisify } from 'node:util';
import { createAuthority } from '../../certificates.ts';
import { createNginx } from '../../nginx.ts';
import { intoBlock, scenario } from '../../scenario.ts';
import { toServer } from '../../site.ts';

export default scenario({
  entry: 'certificate-cannot-load',
  cause: 'certificate-key-encrypted',
  decides: ['error'],
  line: 'cannot load certificate key',
  needs: ['openssl'],
  start: async (lab) => {
    const port = await lab.port();
    const { cert, key } = await (await createAuthority(lab)).issue('example.com', ['DNS:example.com', 'IP:127.0.0.1']);
    const nginx = await createNginx(lab, {
      port,
      tls: true,
      site: toServer(port, `ssl_certificate ${cert};\nssl_certificate_key ${key};\nlocation / { return 200; }`, ' ssl'),
    });
    await nginx.start();
    await promisify(execFile)('openssl', [
      'pkey',
      '-in',
      key,
      '-aes256',
      '-passout',
      'pass:secret',
      '-out',
      `${key}.encrypted`,
    ]);
    await rename(`${key}.encrypted`, key);
    const passphrase = await lab.place('tls/passphrase', 'secret\n', 0o600);
    return {
      nginx,
      blanks: { 'host-name': '127.0.0.1' },
      examples: { '/etc/nginx/tls/passphrase': passphrase },
      provoke: () => nginx.test(),
    };
  },
  fix: {
    title: 'Give nginx the passphrase in a file',
    steps: { 'Name the file with the passphrase': intoBlock('server') },
    verify: { 'After the reload, see what is served': /CN = example\.com[\s\S]*Verification: OK/ },
  },
});
