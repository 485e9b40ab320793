import { createNginx } from '../../nginx.ts';
import { ownsItsPort, scenario } from '../../scenario.ts';
import { toServer } from '../../site.ts';

export default scenario({
  entry: 'bind-address-not-available',
  cause: 'listen-address-not-on-host',
  decides: ['error'],
  line: 'failed (99: Cannot assign requested address)',
  needs: [],
  start: async (lab) => {
    const port = await lab.port();
    // An address of the documentation is on no host.
    const nginx = await createNginx(lab, {
      port,
      site: toServer(port, 'location / { return 200; }').replace(`127.0.0.1:${port}`, `192.0.2.80:${port}`),
    });
    return {
      nginx,
      examples: { 'listen 80': `listen ${port}` },
      provoke: async () => {
        if (!nginx.isRunning()) await nginx.start();
      },
    };
  },
  fix: {
    title: 'Listen on all addresses',
    steps: { 'Name only the port': ({ nginx }, change) => nginx.edit('server', change, ['listen']) },
    verify: { 'See that nginx listens': ownsItsPort },
  },
});
