import { createNginx } from '../../nginx.ts';
import { intoBlock, scenario } from '../../scenario.ts';
import { toLocation, toServer } from '../../site.ts';

export default scenario({
  entry: 'rewrite-cycle',
  cause: 'rewrite-loop',
  decides: ['error'],
  line: 'rewrite or internal redirection cycle while processing',
  needs: [],
  start: async (lab) => {
    const port = await lab.port();
    await lab.place('srv/www/new/page.html', 'hello\n');
    const nginx = await createNginx(lab, {
      port,
      site: toServer(port, `root ${lab.dir}/srv/www;\n${toLocation('/old/', 'rewrite ^/old/(.*)$ /old/new/$1 last;')}`),
    });
    await nginx.start();
    return { nginx, provoke: () => nginx.ask('/old/page.html') };
  },
  fix: {
    title: 'Exclude the result, or end with break',
    steps: { '`break` stops the rules': intoBlock('location /old/') },
  },
});
