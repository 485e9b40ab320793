import { ask } from '../../ask.ts';
import { createAuthority } from '../../certificates.ts';
import { createNginx } from '../../nginx.ts';
import { infoLog } from '../../nginx-conf.ts';
import { intoBlock, scenario } from '../../scenario.ts';
import { toServer } from '../../site.ts';

export default scenario({
  entry: 'client-plain-http-to-https-port',
  cause: 'plain-http-to-https-port',
  decides: [],
  line: 'client sent plain HTTP request to HTTPS port',
  needs: ['openssl'],
  start: async (lab) => {
    const port = await lab.port();
    const { cert, key } = await (await createAuthority(lab)).issue('example.com', ['DNS:example.com', 'IP:127.0.0.1']);
    const nginx = await createNginx(lab, {
      port,
      tls: true,
      site: toServer(
        port,
        `ssl_certificate ${cert};\nssl_certificate_key ${key};\nlocation / { return 200 "ok\\n"; }`,
        ' ssl',
      ),
      ...infoLog(lab),
    });
    await nginx.start();
    return {
      nginx,
      blanks: { 'nginx-host-and-port': `127.0.0.1:${port}` },
      provoke: () => ask(`http://127.0.0.1:${port}/account`, {}, lab.signal),
    };
  },
  fix: {
    title: 'Write https in the URL, and send the rest there',
    steps: { 'On an unusual port, redirect': intoBlock('server') },
    lineStays: 'nginx tells of each client whom the redirect catches',
    verify: { 'Ask the port with http,': /^307 to https:/ },
  },
});
