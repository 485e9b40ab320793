import { createNginx } from '../../nginx.ts';
import { scenario } from '../../scenario.ts';
import { toLocation, toServer } from '../../site.ts';

export default scenario({
  entry: 'access-forbidden-by-rule',
  cause: 'allow-list-lacks-client',
  alsoTrue: ['access-denied-by-rule'],
  decides: [],
  line: 'access forbidden by rule',
  needs: [],
  start: async (lab) => {
    const port = await lab.port();
    const nginx = await createNginx(lab, {
      port,
      site: toServer(
        port,
        `${toLocation('/admin', 'allow 10.0.0.0/8;\ndeny all;\ntry_files $uri @page;')}\nlocation @page { return 200; }`,
      ),
    });
    await nginx.start();
    return { nginx, provoke: () => nginx.ask('/admin', { from: '127.0.0.1' }) };
  },
  fix: {
    title: 'Add the address',
    steps: {
      'Put it above the deny': ({ nginx }, change) =>
        nginx.edit('location /admin', `${change}\nallow 10.0.0.0/8;\ndeny all;`, ['allow', 'deny']),
    },
  },
});
