import { createNginx } from '../../nginx.ts';
import { intoBlock, scenario } from '../../scenario.ts';
import { toLocation, toServer } from '../../site.ts';

export default scenario({
  entry: 'rewrite-cycle',
  cause: 'error-page-loop',
  decides: ['error'],
  line: 'rewrite or internal redirection cycle while',
  needs: [],
  start: async (lab) => {
    const port = await lab.port();
    await lab.place('srv/errors/50x.html', 'sorry\n');
    const nginx = await createNginx(lab, {
      port,
      site: toServer(
        port,
        `root ${lab.dir}/srv/www;
recursive_error_pages on;
error_page 500 502 503 504 /50x.html;
${toLocation('/', 'return 503;')}`,
      ),
    });
    await nginx.start();
    return { nginx, examples: { '/usr/share/nginx/html': `${lab.dir}/srv/errors` }, provoke: () => nginx.ask('/') };
  },
  fix: {
    title: "Give the error page a location that can't fail",
    steps: { 'A plain file with a location of its own': intoBlock('server') },
    verify: { 'Repeat the request': /^503\b/ },
  },
});
