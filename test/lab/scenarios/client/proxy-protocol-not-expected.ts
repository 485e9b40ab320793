import { ask } from '../../ask.ts';
import { createHaproxy } from '../../backends/haproxy.ts';
import { createNginx } from '../../nginx.ts';
import { infoLog } from '../../nginx-conf.ts';
import { leave, scenario } from '../../scenario.ts';
import { toServer } from '../../site.ts';

export default scenario({
  entry: 'client-sent-invalid-request',
  cause: 'proxy-protocol-sent-not-expected',
  decides: ['error'],
  line: 'request: "PROXY TCP4',
  needs: ['haproxy'],
  start: async (lab) => {
    const [port, front] = [await lab.port(), await lab.port()];
    const nginx = await createNginx(lab, {
      port,
      site: toServer(port, 'location / { return 200 "ok\\n"; }'),
      ...infoLog(lab),
    });
    const backend = await createHaproxy(lab, front, port, '    mode tcp\n    timeout server 60s', 'send-proxy');
    await nginx.start();
    await backend.start();
    return {
      nginx,
      backend,
      blanks: { 'nginx-host-and-port': `127.0.0.1:${port}` },
      examples: { 'listen 80': `listen 127.0.0.1:${port}` },
      provoke: () => ask(`http://127.0.0.1:${front}/`, {}, lab.signal),
    };
  },
  fix: {
    title: 'Let nginx expect the header',
    steps: {
      'Expect it, and believe': ({ nginx }, change) => nginx.edit('server', change, ['listen']),
      'Or switch the header off': leave('an alternative'),
    },
  },
});
