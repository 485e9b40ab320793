import { readFileSync } from 'node:fs';
import { createAuthority } from '../../certificates.ts';
import { runClient } from '../../run-client.ts';
import { intoBlock, scenario } from '../../scenario.ts';
import { startTlsSite, toTlsBlanks } from '../../start-tls-site.ts';

export default scenario({
  entry: 'client-tls-handshake-failed',
  cause: 'server-certificate-not-trusted-by-client',
  decides: ['error'],
  line: 'unknown ca',
  needs: ['openssl'],
  start: async (lab) => {
    const issuer = await (await createAuthority(lab)).delegate('issuer');
    const own = await issuer.issue('example.com', ['DNS:example.com', 'IP:127.0.0.1']);
    const fullchain = await lab.place(
      'tls/fullchain.pem',
      readFileSync(own.cert, 'utf8') + readFileSync(issuer.cert, 'utf8'),
    );
    const nginx = await startTlsSite(lab, own, '');
    return {
      nginx,
      blanks: toTlsBlanks(nginx),
      examples: {
        '/etc/letsencrypt/live/example.com/fullchain.pem': fullchain,
        '/etc/letsencrypt/live/example.com/privkey.pem': own.key,
      },
      provoke: () => runClient(lab, `curl -sS ${nginx.url}/`),
    };
  },
  fix: {
    title: 'Send the whole chain',
    steps: { 'Use the file with the chain': intoBlock('server') },
    verify: { 'A handshake ends well': /Verify return code: 0 \(ok\)/ },
  },
});
