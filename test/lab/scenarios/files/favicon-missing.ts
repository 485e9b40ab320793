import { ask } from '../../ask.ts';
import { createNginx } from '../../nginx.ts';
import { intoBlock, scenario } from '../../scenario.ts';
import { toServer } from '../../site.ts';

export default scenario({
  entry: 'static-file-not-found',
  cause: 'static-file-missing',
  decides: ['error'],
  line: 'favicon.ico" failed (2: No such file or directory)',
  needs: [],
  start: async (lab) => {
    const port = await lab.port();
    await lab.place('srv/www/index.html', 'hello\n');
    const nginx = await createNginx(lab, { port, site: toServer(port, `root ${lab.dir}/srv/www;`) });
    await nginx.start();
    return { nginx, provoke: () => ask(`${nginx.url}/favicon.ico`, {}, lab.signal) };
  },
  fix: {
    title: 'Silence it where it is expected',
    steps: { 'Per file, or with log_not_found off': intoBlock('server') },
    verify: { 'Repeat the request': /^404\b/ },
  },
});
