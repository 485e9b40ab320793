import { createInnerNginx } from '../../backends/inner-nginx.ts';
import { createNginx } from '../../nginx.ts';
import { intoBlock, scenario } from '../../scenario.ts';
import { toLocation, toServer } from '../../site.ts';

export default scenario({
  entry: 'upstream-prematurely-closed',
  cause: 'upstream-closes-unknown-host',
  decides: ['backend'],
  line: 'upstream prematurely closed connection',
  backendLine: ' 444 ',
  needs: [],
  start: async (lab) => {
    const [port, innerPort] = [await lab.port(), await lab.port()];
    const backend = await createInnerNginx(
      lab,
      innerPort,
      `server { listen 127.0.0.1:${innerPort} default_server; return 444; }
server { listen 127.0.0.1:${innerPort}; server_name localhost; return 200 "orders\\n"; }`,
    );
    const nginx = await createNginx(lab, {
      port,
      name: 'localhost',
      site: toServer(port, toLocation('/', `proxy_pass http://127.0.0.1:${innerPort};`)),
    });
    await backend.start();
    await nginx.start();
    return { nginx, backend, blanks: { 'host-header': 'Host: localhost' }, provoke: () => nginx.ask('/orders') };
  },
  fix: {
    title: 'Send the Host header that the backend knows',
    steps: { 'Pass the name on': intoBlock('location /') },
  },
});
