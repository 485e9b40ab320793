import { createNode } from '../../backends/node.ts';
import { intoBlock, leave, scenario } from '../../scenario.ts';
import { startProxied } from '../../start-proxied.ts';

/** Answers when it has seen the header, and hangs up while the rest of the body waits to be read. */
const PROGRAM = `
import { createServer } from 'node:http';

createServer((request, response) => {
  setTimeout(() => response.writeHead(413, { Connection: 'close' }).end('too large\\n', () => request.socket.destroy()), 200);
}).listen(Number(process.env.PORT), '127.0.0.1');
`;
const VIDEO_BYTES = 20_000_000;

export default scenario({
  entry: 'upstream-connection-reset',
  cause: 'backend-rejects-upload-early',
  decides: ['access'],
  line: 'failed (104: Connection reset by peer) while',
  needs: [],
  start: async (lab) => {
    const { nginx, backend } = await startProxied(
      lab,
      (appPort) => createNode(lab, appPort, PROGRAM),
      (appPort) => `proxy_pass http://127.0.0.1:${appPort};\nclient_max_body_size 100m;`,
    );
    const video = await lab.place('video.bin', 'x'.repeat(VIDEO_BYTES));
    return {
      nginx,
      backend,
      blanks: { 'file-of-that-size': video },
      provoke: () => nginx.ask('/videos', { method: 'POST', body: new Uint8Array(VIDEO_BYTES) }),
    };
  },
  fix: {
    title: 'Let the backend read the body before it answers',
    steps: {
      'In the application read': leave('an alternative'),
      'Refuse what is too large in nginx already': intoBlock('location /'),
    },
    verify: { 'Repeat the failing request': /^413\b/ },
  },
});
