import { createNode } from '../../backends/node.ts';
import { scenario } from '../../scenario.ts';
import { startProxied } from '../../start-proxied.ts';

const PROGRAM = `
import { createServer } from 'node:http';
import { pbkdf2, pbkdf2Sync } from 'node:crypto';

createServer((request, response) => {
  if (request.url === '/login') for (let end = Date.now() + 2_500; Date.now() < end; ) pbkdf2Sync('secret', 'salt', 20_000, 64, 'sha512');
  response.end('hello\\n');
}).listen(Number(process.env.PORT), '127.0.0.1');
`;

export default scenario({
  entry: 'upstream-timed-out-reading-header',
  cause: 'backend-event-loop-blocked',
  decides: [],
  line: 'upstream timed out (110: Connection timed out) while reading response header from upstream',
  needs: [],
  start: async (lab) => {
    const { nginx, backend } = await startProxied(
      lab,
      (appPort) => createNode(lab, appPort, PROGRAM),
      (appPort) => `proxy_pass http://127.0.0.1:${appPort};\nproxy_read_timeout 1s;`,
    );
    return {
      nginx,
      backend,
      provoke: () => Promise.all(['/login', '/cart', '/search', '/help'].map((path) => nginx.ask(path))),
    };
  },
  fix: {
    title: 'Take the computation out of the event loop',
    steps: {
      'Move the work to a worker thread or a queue': async ({ backend }) => {
        await backend?.editText(
          "for (let end = Date.now() + 2_500; Date.now() < end; ) pbkdf2Sync('secret', 'salt', 20_000, 64, 'sha512');",
          "return pbkdf2('secret', 'salt', 20_000, 64, 'sha512', () => response.end('hello\\n'));",
        );
        await backend?.stop();
        await backend?.start();
      },
    },
  },
});
