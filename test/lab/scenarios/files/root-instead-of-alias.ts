import { createNginx } from '../../nginx.ts';
import { intoBlock, scenario } from '../../scenario.ts';
import { toLocation, toServer } from '../../site.ts';

export default scenario({
  entry: 'static-file-not-found',
  cause: 'root-used-instead-of-alias',
  decides: ['config'],
  line: 'failed (2: No such file or directory)',
  needs: [],
  start: async (lab) => {
    const port = await lab.port();
    await lab.place('srv/app/static/site.css', 'body {}\n');
    const nginx = await createNginx(lab, {
      port,
      site: toServer(port, toLocation('/static/', `root ${lab.dir}/srv/app/static;`)),
    });
    await nginx.start();
    return {
      nginx,
      examples: { '/srv/app/static/': `${lab.dir}/srv/app/static/` },
      provoke: () => nginx.ask('/static/site.css'),
    };
  },
  fix: { title: 'Use alias, with a slash at the end of both', steps: { 'Both end in a slash': intoBlock('server') } },
});
