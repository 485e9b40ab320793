import { ask } from '../../ask.ts';
import { createHaproxy } from '../../backends/haproxy.ts';
import { createNginx } from '../../nginx.ts';
import { intoBlock, scenario } from '../../scenario.ts';
import { toServer } from '../../site.ts';

export default scenario({
  entry: 'rate-limit-requests',
  cause: 'rate-limit-keyed-on-proxy-address',
  decides: ['error'],
  line: 'limiting requests, excess:',
  needs: ['haproxy'],
  start: async (lab) => {
    const [port, front] = [await lab.port(), await lab.port()];
    const nginx = await createNginx(lab, {
      port,
      http: 'limit_req_zone $binary_remote_addr zone=visitors:1m rate=1r/s;',
      site: toServer(
        port,
        'location / { limit_req zone=visitors; try_files $uri @page; }\nlocation @page { return 200 "ok\\n"; }',
      ),
    });
    const backend = await createHaproxy(
      lab,
      front,
      port,
      '    mode http\n    option forwardfor\n    timeout server 60s',
    );
    await nginx.start();
    await backend.start();
    const visit = (path: string, visitor: number) =>
      ask(`http://127.0.0.1:${front}${path}`, { from: `127.0.1.${visitor}` }, lab.signal);
    return {
      nginx,
      backend,
      provoke: async () => {
        const before = nginx.logs.countAccessLines();
        await Promise.all(
          ['/', '/cart', '/help', '/search', '/orders'].map((path, visitor) => visit(path, visitor + 1)),
        );
        await nginx.logs.hasAccessLines(before + 5);
      },
    };
  },
  fix: {
    title: "Let nginx learn the visitor's address from the proxy",
    steps: { 'Name the proxy and the header': intoBlock('http') },
    verify: { 'See the addresses in new lines': /^127\.0\.1\.\d .*\n127\.0\.1\.\d .*$/m },
  },
});
