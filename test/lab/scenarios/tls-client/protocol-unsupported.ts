import { createAuthority } from '../../certificates.ts';
import { runClient } from '../../run-client.ts';
import { intoBlock, scenario } from '../../scenario.ts';
import { startTlsSite, toTlsBlanks } from '../../start-tls-site.ts';

export default scenario({
  entry: 'client-tls-handshake-failed',
  cause: 'client-tls-protocol-unsupported',
  decides: ['error'],
  line: 'while SSL handshaking',
  needs: ['openssl'],
  start: async (lab) => {
    const certificate = await (await createAuthority(lab)).issue('example.com', ['DNS:example.com', 'IP:127.0.0.1']);
    const nginx = await startTlsSite(lab, certificate, '', 'ssl_protocols TLSv1.3;');
    return { nginx, blanks: toTlsBlanks(nginx), provoke: () => runClient(lab, `curl -sS --tls-max 1.2 ${nginx.url}/`) };
  },
  fix: {
    title: 'Update the client; allow old versions only where you must',
    steps: { "Allow what today's clients need": intoBlock('http') },
    verify: { 'A handshake ends well': /Verify return code: 0 \(ok\)/ },
  },
});
