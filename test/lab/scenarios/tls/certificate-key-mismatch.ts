import { copyFile } from 'node:fs/promises';
import { createAuthority } from '../../certificates.ts';
import { createNginx } from '../../nginx.ts';
import { scenario } from '../../scenario.ts';
import { toLocation, toServer } from '../../site.ts';

export default scenario({
  entry: 'certificate-cannot-load',
  cause: 'certificate-key-mismatch',
  decides: ['error'],
  line: 'key values mismatch',
  needs: ['openssl'],
  start: async (lab) => {
    const port = await lab.port();
    const authority = await createAuthority(lab);
    const old = await authority.issue('example.com', ['DNS:example.com', 'IP:127.0.0.1']);
    const renewed = await authority.issue('renewed', ['DNS:example.com', 'IP:127.0.0.1']);
    const nginx = await createNginx(lab, {
      port,
      tls: true,
      site: toServer(
        port,
        `ssl_certificate ${old.cert};\nssl_certificate_key ${old.key};\n${toLocation('/', 'return 200 "ok\\n";')}`,
        ' ssl',
      ),
    });
    await nginx.start();
    await copyFile(renewed.cert, old.cert);
    return {
      nginx,
      blanks: { 'certificate-file': old.cert, 'key-file': old.key, 'host-name': '127.0.0.1' },
      provoke: () => nginx.test(),
    };
  },
  fix: {
    title: 'Use the key with which the certificate was requested',
    steps: {
      'Find the pair that fits': ({ nginx, blanks }) =>
        nginx.edit('server', `ssl_certificate_key ${blanks?.['key-file']?.replace('example.com', 'renewed')};`),
    },
    verify: { 'After the reload, see what is served': /CN = renewed[\s\S]*Verification: OK/ },
  },
});
