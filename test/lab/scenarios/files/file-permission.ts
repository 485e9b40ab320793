import { createNginx } from '../../nginx.ts';
import { scenario } from '../../scenario.ts';
import { toServer } from '../../site.ts';

export default scenario({
  entry: 'static-file-permission',
  cause: 'static-file-permission',
  decides: ['error'],
  line: 'failed (13: Permission denied)',
  needs: ['root'],
  start: async (lab) => {
    const port = await lab.port();
    await lab.place('srv/www/report.pdf', 'numbers\n', 0o600);
    const nginx = await createNginx(lab, { port, site: toServer(port, `root ${lab.dir}/srv/www;`) });
    await nginx.start();
    return {
      nginx,
      provoke: async () => {
        for (const visitor of [1, 2, 3]) await nginx.ask('/report.pdf', { from: `127.0.1.${visitor}` });
      },
    };
  },
  fix: { title: "Let the workers' group read it", steps: {} },
});
