import { createNginx } from '../../nginx.ts';
import { scenario } from '../../scenario.ts';
import { toServer } from '../../site.ts';

export default scenario({
  entry: 'pid-file-invalid',
  cause: 'nginx-not-running',
  decides: ['error'],
  line: 'nginx.pid" failed (2: No such file or directory)',
  needs: [],
  start: async (lab) => {
    const port = await lab.port();
    const nginx = await createNginx(lab, { port, site: toServer(port, 'location / { return 200; }') });
    return { nginx, provoke: () => nginx.signal('reload') };
  },
  fix: {
    title: 'Start it in place of reloading it',
    steps: {},
    verify: { 'Reload, and read what it says': /^(?![\s\S]*\[(?:error|alert|emerg)\])/ },
  },
});
