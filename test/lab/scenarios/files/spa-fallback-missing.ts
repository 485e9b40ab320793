import { createNginx } from '../../nginx.ts';
import { intoBlock, scenario } from '../../scenario.ts';
import { toLocation, toServer } from '../../site.ts';

export default scenario({
  entry: 'static-file-not-found',
  cause: 'spa-fallback-missing',
  decides: ['config'],
  line: 'failed (2: No such file or directory)',
  needs: [],
  start: async (lab) => {
    const port = await lab.port();
    await lab.place('srv/dist/index.html', '<script src="/app.js"></script>\n');
    const nginx = await createNginx(lab, { port, site: toServer(port, toLocation('/', `root ${lab.dir}/srv/dist;`)) });
    await nginx.start();
    return {
      nginx,
      provoke: () => Promise.all(['/orders/12', '/profile', '/settings/mail'].map((path) => nginx.ask(path))),
    };
  },
  fix: {
    title: 'Send unknown paths to index.html',
    steps: { 'Files first, then the application': intoBlock('location /') },
  },
});
