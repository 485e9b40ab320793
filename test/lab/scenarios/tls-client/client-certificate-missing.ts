import { createAuthority } from '../../certificates.ts';
import { runClient } from '../../run-client.ts';
import { intoBlock, scenario } from '../../scenario.ts';
import { startTlsSite } from '../../start-tls-site.ts';

export default scenario({
  entry: 'client-certificate-problem',
  cause: 'client-certificate-missing',
  decides: ['error'],
  line: 'client sent no required SSL certificate',
  needs: ['openssl'],
  start: async (lab) => {
    const authority = await createAuthority(lab);
    const own = await authority.issue('example.com', ['DNS:example.com', 'IP:127.0.0.1']);
    const client = await authority.issue('client', ['DNS:client.example.com']);
    const nginx = await startTlsSite(lab, own, `ssl_verify_client on;\nssl_client_certificate ${authority.cert};`);
    return {
      nginx,
      blanks: { 'client-certificate-file': client.cert, 'client-key-file': client.key },
      // nginx doesn't log the scheme; for a bare address the engine takes http.
      examples: { [nginx.url.replace('https:', 'http:')]: nginx.url },
      provoke: () => runClient(lab, `curl -sS ${nginx.url}/`),
    };
  },
  fix: {
    title: 'Ask for it only where it is needed',
    steps: {
      'Make it optional': intoBlock('server'),
      'For the protected location': ({ nginx }, change) =>
        nginx.edit('server', `location /admin { ${change} return 200; }`),
    },
  },
});
