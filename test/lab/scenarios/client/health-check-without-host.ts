import { createHaproxy } from '../../backends/haproxy.ts';
import { createNginx } from '../../nginx.ts';
import { infoLog } from '../../nginx-conf.ts';
import { scenario } from '../../scenario.ts';
import { toServer } from '../../site.ts';

const CHECK =
  '    mode http\n    timeout server 60s\n    option httpchk\n    http-check send meth GET uri / ver HTTP/1.1';

export default scenario({
  entry: 'client-sent-invalid-host',
  cause: 'health-check-without-host',
  decides: ['error'],
  line: 'client sent HTTP/1.1 request without "Host" header',
  needs: ['haproxy'],
  start: async (lab) => {
    const [port, front] = [await lab.port(), await lab.port()];
    const nginx = await createNginx(lab, {
      port,
      site: toServer(port, 'location / { return 200 "ok\\n"; }'),
      ...infoLog(lab),
    });
    const backend = await createHaproxy(lab, front, port, CHECK, 'check inter 200ms');
    await nginx.start();
    await backend.start();
    const seen = (): number => nginx.logs.countAccessLines();
    return {
      nginx,
      backend,
      blanks: { 'nginx-host-and-port': `127.0.0.1:${port}` },
      provoke: () => {
        const before = seen();
        return lab.until(() => seen() > before + 1, 'two more checks');
      },
    };
  },
  fix: {
    title: 'Send a Host in the check',
    steps: {
      'Name the host: HAProxy': async ({ backend }) => {
        await backend?.editText('ver HTTP/1.1', 'ver HTTP/1.1 hdr Host example.com');
        await backend?.stop();
        await backend?.start();
      },
    },
  },
});
