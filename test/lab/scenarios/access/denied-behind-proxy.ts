import { ask } from '../../ask.ts';
import { createHaproxy } from '../../backends/haproxy.ts';
import { createNginx } from '../../nginx.ts';
import { intoBlock, scenario } from '../../scenario.ts';
import { toLocation, toServer } from '../../site.ts';

export default scenario({
  entry: 'access-forbidden-by-rule',
  cause: 'access-rule-sees-proxy-address',
  decides: ['error'],
  line: 'access forbidden by rule',
  needs: ['haproxy'],
  start: async (lab) => {
    const [port, front] = [await lab.port(), await lab.port()];
    const nginx = await createNginx(lab, {
      port,
      site: toServer(
        port,
        `${toLocation('/', 'allow 127.0.1.0/24;\ndeny all;\ntry_files $uri @page;')}\nlocation @page { return 200; }`,
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
    const visit = (visitor: number) => ask(`http://127.0.0.1:${front}/`, { from: `127.0.1.${visitor}` }, lab.signal);
    return { nginx, backend, provoke: () => Promise.all([1, 2, 3].map(visit)) };
  },
  fix: {
    title: "Let nginx learn the visitor's address from the proxy",
    steps: { 'Name the proxy and the header': intoBlock('http') },
    verify: { 'Repeat the request': { left: 'the command comes past the proxy, from an address that has no right' } },
  },
});
