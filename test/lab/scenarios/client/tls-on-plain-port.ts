import { ask } from '../../ask.ts';
import { createAuthority } from '../../certificates.ts';
import { createNginx } from '../../nginx.ts';
import { infoLog } from '../../nginx-conf.ts';
import { scenario } from '../../scenario.ts';
import { toServer } from '../../site.ts';

export default scenario({
  entry: 'client-sent-invalid-request',
  cause: 'tls-on-plain-port',
  decides: ['error'],
  line: 'client sent invalid method while reading client request line',
  needs: ['openssl'],
  start: async (lab) => {
    const port = await lab.port();
    const { cert, key } = await (await createAuthority(lab)).issue('example.com', ['DNS:example.com', 'IP:127.0.0.1']);
    const nginx = await createNginx(lab, {
      port,
      site: toServer(port, 'location / { return 200 "ok\\n"; }'),
      ...infoLog(lab),
    });
    await nginx.start();
    return {
      nginx,
      blanks: { 'nginx-host-and-port': `127.0.0.1:${port}`, host: 'example.com' },
      examples: {
        'listen 443': `listen 127.0.0.1:${port}`,
        '/etc/ssl/certs/example.com.pem': cert,
        '/etc/ssl/private/example.com.key': key,
      },
      provoke: () => ask(`https://127.0.0.1:${port}/`, {}, lab.signal),
    };
  },
  fix: {
    title: 'Give the port TLS',
    steps: { 'If https is meant here': ({ nginx }, change) => nginx.edit('server', change, ['listen']) },
    verify: { 'A handshake on that port works': /BEGIN CERTIFICATE/ },
  },
});
