import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { createNode } from '../../backends/node.ts';
import { HELLO_NODE } from '../../node-programs.ts';
import { scenario } from '../../scenario.ts';
import { startProxied } from '../../start-proxied.ts';

export default scenario({
  entry: 'temp-directory-problem',
  cause: 'temp-dir-not-writable',
  decides: ['error'],
  line: 'failed (13: Permission denied)',
  needs: ['root'],
  start: async (lab) => {
    const { nginx, backend } = await startProxied(lab, (port) => createNode(lab, port, HELLO_NODE));
    // The folders inside belong to the workers: nginx sees to that whenever it reads its configuration.
    const temp = join(lab.dir, 'temp');
    chmodSync(temp, 0o700);
    return {
      nginx,
      backend,
      blanks: { 'temp-directory': temp },
      provoke: () => nginx.ask('/photos', { method: 'POST', body: new Uint8Array(200_000) }),
    };
  },
  fix: { title: "Give the directory to the workers' user", steps: {} },
});
