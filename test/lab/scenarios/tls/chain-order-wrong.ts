import { readFileSync, writeFileSync } from 'node:fs';
import { createAuthority } from '../../certificates.ts';
import { createNginx } from '../../nginx.ts';
import { scenario } from '../../scenario.ts';
import { toServer } from '../../site.ts';

export default scenario({
  entry: 'certificate-cannot-load',
  cause: 'certificate-chain-order-wrong',
  decides: [],
  line: 'key values mismatch',
  needs: ['openssl'],
  start: async (lab) => {
    const port = await lab.port();
    const issuer = await (await createAuthority(lab)).delegate('issuer');
    const { cert, key } = await issuer.issue('example.com', ['DNS:example.com', 'IP:127.0.0.1']);
    const bundle = await lab.place(
      'tls/example.com-bundle.crt',
      readFileSync(cert, 'utf8') + readFileSync(issuer.cert, 'utf8'),
    );
    const nginx = await createNginx(lab, {
      port,
      tls: true,
      site: toServer(
        port,
        `ssl_certificate ${bundle};\nssl_certificate_key ${key};\nlocation / { return 200; }`,
        ' ssl',
      ),
    });
    await nginx.start();
    writeFileSync(bundle, readFileSync(issuer.cert, 'utf8') + readFileSync(cert, 'utf8'));
    return {
      nginx,
      blanks: {
        'host-name': '127.0.0.1',
        'certificate-file': bundle,
        'server-certificate': cert,
        'intermediate-certificate': issuer.cert,
        'new-bundle': bundle,
      },
      provoke: () => nginx.test(),
    };
  },
  fix: {
    title: "Put the server's certificate first",
    steps: {},
    verify: { 'After the reload, see what is served': /CN = example\.com[\s\S]*Verification: OK/ },
  },
});
