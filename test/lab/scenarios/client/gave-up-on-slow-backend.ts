import { createNode } from '../../backends/node.ts';
import { infoLog } from '../../nginx-conf.ts';
import { toSlowNode } from '../../node-programs.ts';
import { scenario } from '../../scenario.ts';
import { startProxied } from '../../start-proxied.ts';

export default scenario({
  entry: 'client-closed-early',
  cause: 'client-gave-up-on-slow-backend',
  alsoTrue: ['client-timeout-shorter-than-backend'],
  decides: ['error'],
  line: 'client prematurely closed connection, so upstream connection is closed too',
  needs: [],
  start: async (lab) => {
    const { nginx, backend } = await startProxied(
      lab,
      (port) => createNode(lab, port, toSlowNode(1_500)),
      (port) => `proxy_pass http://127.0.0.1:${port};`,
      infoLog(lab),
    );
    return { nginx, backend, provoke: () => nginx.ask('/slow-report', { patienceMs: 700 }) };
  },
  fix: {
    title: 'Find out what the slow requests wait for',
    steps: {
      "Then read the backend's own log": async ({ backend }) => {
        await backend?.editText('1500', '20');
        await backend?.stop();
        await backend?.start();
      },
    },
    verify: {
      'Repeat the request and wait for it': /^200 after 0\.[0-5]/,
      'Count the 499': { left: 'the log holds those of before' },
    },
  },
});
