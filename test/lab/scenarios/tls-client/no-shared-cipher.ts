import { createAuthority } from '../../certificates.ts';
import { runClient } from '../../run-client.ts';
import { intoBlock, scenario } from '../../scenario.ts';
import { startTlsSite, toTlsBlanks } from '../../start-tls-site.ts';

export default scenario({
  entry: 'client-tls-handshake-failed',
  cause: 'client-no-shared-cipher',
  decides: ['error'],
  line: 'no shared cipher',
  needs: ['openssl'],
  start: async (lab) => {
    const certificate = await (await createAuthority(lab)).issue('example.com', ['DNS:example.com', 'IP:127.0.0.1']);
    // The key is an elliptic one, so ciphers for RSA keys are of no use.
    const nginx = await startTlsSite(
      lab,
      certificate,
      '',
      'ssl_protocols TLSv1.2;\n    ssl_ciphers ECDHE-RSA-AES128-GCM-SHA256;',
    );
    return { nginx, blanks: toTlsBlanks(nginx), provoke: () => runClient(lab, `curl -sS ${nginx.url}/`) };
  },
  fix: {
    title: 'Offer the usual ciphers',
    steps: { 'Use it. For old clients': intoBlock('http') },
    verify: { 'A handshake ends well': /Verify return code: 0 \(ok\)/ },
  },
});
