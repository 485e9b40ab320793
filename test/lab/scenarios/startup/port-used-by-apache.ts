import { createApache } from '../../backends/apache.ts';
import { createNginx } from '../../nginx.ts';
import { leave, ownsItsPort, scenario } from '../../scenario.ts';
import { toServer } from '../../site.ts';

export default scenario({
  entry: 'bind-address-in-use',
  cause: 'port-used-by-other-service',
  decides: [],
  line: 'failed (98: Address already in use)',
  needs: ['apache'],
  start: async (lab) => {
    const [port, other] = [await lab.port(), await lab.port()];
    const backend = await createApache(lab, port, 'true', '');
    const nginx = await createNginx(lab, { port, site: toServer(port, 'location / { return 200; }') });
    await backend.start();
    return {
      nginx,
      backend,
      blanks: { 'other-unit': 'apache2.service' },
      examples: { 'listen 8081': `listen 127.0.0.1:${other}` },
      provoke: async () => {
        if (!nginx.isRunning()) await nginx.start();
      },
    };
  },
  fix: {
    title: 'Decide who gets the port',
    steps: {
      "If the other service isn't needed": async ({ backend }) => backend?.stop(),
      'Otherwise give nginx another port': leave('the other service has made room'),
    },
    verify: { 'See that nginx owns the port': ownsItsPort },
  },
});
