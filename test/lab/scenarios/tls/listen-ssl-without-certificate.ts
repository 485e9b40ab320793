import { breakSite } from '../../break-site.ts';
import { createAuthority } from '../../certificates.ts';
import { intoBlock, leave, scenario } from '../../scenario.ts';
import { toServer } from '../../site.ts';

export default scenario({
  entry: 'certificate-cannot-load',
  cause: 'ssl-listen-without-certificate',
  decides: ['error'],
  line: 'no "ssl_certificate" is defined for',
  needs: ['openssl'],
  start: async (lab) => {
    const { cert, key } = await (await createAuthority(lab)).issue('example.com', ['DNS:example.com', 'IP:127.0.0.1']);
    const stage = await breakSite(
      lab,
      (port) => toServer(port, 'location / { return 200; }'),
      ';\n    server_name',
      ' ssl;\n    server_name',
    );
    return {
      ...stage,
      blanks: { 'host-name': '127.0.0.1' },
      examples: { '/etc/nginx/tls/example.com.crt': cert, '/etc/nginx/tls/example.com.key': key },
    };
  },
  fix: {
    title: 'Name certificate and key, or listen without TLS',
    steps: { 'Add the pair': intoBlock('server'), 'A server that only refuses unknown names': leave('an alternative') },
    verify: { 'After the reload, see what is served': /CN = example\.com[\s\S]*Verification: OK/ },
  },
});
