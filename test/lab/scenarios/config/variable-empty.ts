import { createNode } from '../../backends/node.ts';
import { createNginx } from '../../nginx.ts';
import { HELLO_NODE } from '../../node-programs.ts';
import { scenario } from '../../scenario.ts';
import { toLocation, toServer } from '../../site.ts';

export default scenario({
  entry: 'config-invalid-url-prefix',
  cause: 'proxy-pass-variable-empty',
  decides: ['error'],
  line: 'invalid URL prefix in ""',
  needs: [],
  start: async (lab) => {
    const [port, appPort] = [await lab.port(), await lab.port()];
    const backend = await createNode(lab, appPort, HELLO_NODE);
    const nginx = await createNginx(lab, {
      port,
      site: `map $host $backend {
    shop.example.com http://127.0.0.1:${appPort};
}

${toServer(port, toLocation('/', 'proxy_pass $backend;'))}`,
    });
    await backend.start();
    await nginx.start();
    return {
      nginx,
      backend,
      examples: { '127.0.0.1:8080': `127.0.0.1:${appPort}`, $backend: '$shop' },
      provoke: () => nginx.ask('/'),
    };
  },
  fix: {
    title: 'Write the scheme as text, and give the variable a default',
    steps: {
      "The scheme isn't left to the variable": ({ nginx }, change) => nginx.edit('server', change, ['location']),
    },
  },
});
