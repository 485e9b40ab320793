import { breakSite } from '../../break-site.ts';
import { createAuthority } from '../../certificates.ts';
import { intoBlock, leave, scenario } from '../../scenario.ts';
import { toServer } from '../../site.ts';

export default scenario({
  entry: 'certificate-cannot-load',
  cause: 'certificate-file-missing',
  decides: ['error'],
  line: 'cannot load certificate',
  needs: ['openssl'],
  start: async (lab) => {
    const { cert, key } = await (await createAuthority(lab)).issue('example.com', ['DNS:example.com', 'IP:127.0.0.1']);
    const stage = await breakSite(
      lab,
      (port) =>
        toServer(port, `ssl_certificate ${cert};\nssl_certificate_key ${key};\nlocation / { return 200; }`, ' ssl'),
      'example.com.crt',
      'shop.example.com.crt',
      { tls: true },
    );
    return {
      ...stage,
      blanks: { 'host-name': '127.0.0.1' },
      examples: {
        '/etc/letsencrypt/live/example.com/fullchain.pem': cert,
        '/etc/letsencrypt/live/example.com/privkey.pem': key,
      },
    };
  },
  fix: {
    title: 'Correct the path, or create the certificate first',
    steps: {
      'See which certificates certbot has': leave('there is no certbot here'),
      'Write the path that exists': intoBlock('server'),
    },
    verify: { 'After the reload, see what is served': /CN = example\.com[\s\S]*Verification: OK/ },
  },
});
