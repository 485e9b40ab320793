import { createNode } from '../../backends/node.ts';
import { createNginx } from '../../nginx.ts';
import { intoBlock, scenario } from '../../scenario.ts';

const PROGRAM = `
import { createServer } from 'node:http';

createServer((request, response) => {
  request.resume().on('end', () => response.end('stored\\n'));
}).listen(Number(process.env.PORT), '127.0.0.1');
`;
const PHOTO_BYTES = 2_500_000;

export default scenario({
  entry: 'client-body-too-large',
  cause: 'client-max-body-size',
  decides: ['error'],
  line: 'client intended to send too large body',
  needs: [],
  start: async (lab) => {
    const [port, appPort] = [await lab.port(), await lab.port()];
    const backend = await createNode(lab, appPort, PROGRAM);
    const nginx = await createNginx(lab, {
      port,
      site: `server {
    listen 127.0.0.1:${port};
    server_name example.com;

    location /photos {
        proxy_pass http://127.0.0.1:${appPort};
    }
}
`,
    });
    await backend.start();
    await nginx.start();
    return {
      nginx,
      backend,
      blanks: { 'bytes-to-send': String(PHOTO_BYTES) },
      provoke: () => nginx.ask('/photos', { method: 'POST', body: new Uint8Array(PHOTO_BYTES) }),
    };
  },
  fix: {
    title: 'Set the limit in the location that takes uploads',
    steps: { 'Set a value somewhat above': intoBlock('location /photos') },
  },
});
