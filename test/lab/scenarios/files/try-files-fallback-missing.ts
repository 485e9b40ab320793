import { createNginx } from '../../nginx.ts';
import { intoBlock, scenario } from '../../scenario.ts';
import { toLocation, toServer } from '../../site.ts';

export default scenario({
  entry: 'rewrite-cycle',
  cause: 'try-files-fallback-missing',
  decides: ['error'],
  line: 'rewrite or internal redirection cycle while internally redirecting to "/index.html"',
  needs: [],
  start: async (lab) => {
    const port = await lab.port();
    await lab.place('srv/dist/app.js', '\n');
    const nginx = await createNginx(lab, {
      port,
      site: toServer(port, `root ${lab.dir}/srv/dist;\n${toLocation('/', 'try_files $uri $uri/ /index.html;')}`),
    });
    await nginx.start();
    return { nginx, blanks: { 'root-folder': `${lab.dir}/srv/dist` }, provoke: () => nginx.ask('/orders/12') };
  },
  fix: {
    title: 'Make the fallback exist, or end the chain',
    steps: { 'Until it is there, =404': intoBlock('location /') },
    verify: { 'Repeat the request': /^404\b/ },
  },
});
