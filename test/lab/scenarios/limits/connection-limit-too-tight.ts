import { createNode } from '../../backends/node.ts';
import { createNginx } from '../../nginx.ts';
import { toSlowNode } from '../../node-programs.ts';
import { intoBlock, scenario } from '../../scenario.ts';
import { toServer } from '../../site.ts';

const PICTURES = ['/slow-1.jpg', '/slow-2.jpg', '/slow-3.jpg', '/slow-4.jpg', '/slow-5.jpg'];

export default scenario({
  entry: 'connection-limit-reached',
  cause: 'limit-too-tight',
  decides: ['error'],
  line: 'limiting connections by zone "perclient"',
  needs: [],
  start: async (lab) => {
    const [port, appPort] = [await lab.port(), await lab.port()];
    const backend = await createNode(lab, appPort, toSlowNode(300));
    const nginx = await createNginx(lab, {
      port,
      http: 'limit_conn_zone $binary_remote_addr zone=perclient:1m;',
      site: toServer(port, `location / {\n    limit_conn perclient 2;\n    proxy_pass http://127.0.0.1:${appPort};\n}`),
    });
    await backend.start();
    await nginx.start();
    return { nginx, backend, provoke: () => Promise.all(PICTURES.map((path) => nginx.ask(path))) };
  },
  fix: {
    title: 'Raise the number, or limit only downloads',
    steps: { "Allow a page's worth of requests": intoBlock('location /') },
  },
});
