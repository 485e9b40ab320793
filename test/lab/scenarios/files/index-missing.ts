import { createNginx } from '../../nginx.ts';
import { leave, scenario } from '../../scenario.ts';
import { toServer } from '../../site.ts';

export default scenario({
  entry: 'directory-index-forbidden',
  cause: 'missing-index-file',
  decides: ['error'],
  line: 'directory index of',
  needs: [],
  start: async (lab) => {
    const port = await lab.port();
    await lab.place('srv/www/dist/index.html', 'hello\n');
    const nginx = await createNginx(lab, { port, site: toServer(port, `root ${lab.dir}/srv/www;`) });
    await nginx.start();
    return { nginx, provoke: () => nginx.ask('/') };
  },
  fix: {
    title: 'Put an index file there',
    steps: {
      'If a page belongs there, deploy it': (_stage, _change, lab) => lab.place('srv/www/index.html', 'hello\n'),
      'If nothing is to be shown': leave('a page belongs there'),
    },
  },
});
