import { copyFile, writeFile } from 'node:fs/promises';
import { createAuthority } from '../../certificates.ts';
import { createNginx } from '../../nginx.ts';
import { byHand, scenario } from '../../scenario.ts';
import { toServer } from '../../site.ts';

export default scenario({
  entry: 'certificate-cannot-load',
  cause: 'certificate-file-not-pem',
  decides: ['error'],
  line: 'no start line',
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
    await copyFile(cert, `${cert}.good`);
    await writeFile(cert, '<html>404 Not Found</html>\n');
    return { nginx, blanks: { 'host-name': '127.0.0.1', good: `${cert}.good`, cert }, provoke: () => nginx.test() };
  },
  fix: {
    title: 'Put a PEM file there',
    steps: {
      'Turn a DER file into PEM': byHand('it is no DER file either; the certificate is fetched again', ({ blanks }) =>
        copyFile(blanks?.good ?? '', blanks?.cert ?? ''),
      ),
    },
    verify: { 'After the reload, see what is served': /CN = example\.com[\s\S]*Verification: OK/ },
  },
});
