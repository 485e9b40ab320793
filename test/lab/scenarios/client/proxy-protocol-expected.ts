import { ask } from '../../ask.ts';
import { createHaproxy } from '../../backends/haproxy.ts';
import { createNginx } from '../../nginx.ts';
import { leave, scenario } from '../../scenario.ts';
import { toServer } from '../../site.ts';

export default scenario({
  entry: 'proxy-protocol-broken-header',
  cause: 'proxy-protocol-expected-not-sent',
  decides: ['error'],
  line: 'broken header: "GET',
  needs: ['haproxy'],
  start: async (lab) => {
    const [port, front] = [await lab.port(), await lab.port()];
    const nginx = await createNginx(lab, {
      port,
      site: toServer(port, 'location / { return 200 "ok\\n"; }', ' proxy_protocol'),
    });
    const backend = await createHaproxy(lab, front, port, '    mode tcp\n    timeout server 60s');
    await nginx.start();
    await backend.start();
    return {
      nginx,
      backend,
      blanks: { 'nginx-host-and-port': `127.0.0.1:${port}` },
      provoke: () => ask(`http://127.0.0.1:${front}/`, {}, lab.signal),
    };
  },
  fix: {
    title: 'Switch the header on in the sender',
    steps: {
      'HAProxy: `send-proxy`': async ({ backend, nginx }) => {
        const port = new URL(nginx.url).port;
        await backend?.editText(`shop1 127.0.0.1:${port}`, `shop1 127.0.0.1:${port} send-proxy`);
        await backend?.stop();
        await backend?.start();
      },
      'Give those who come past the balancer': leave('nobody comes past it here'),
    },
  },
});
