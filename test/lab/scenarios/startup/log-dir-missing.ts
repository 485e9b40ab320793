import { createNginx } from '../../nginx.ts';
import { scenario } from '../../scenario.ts';
import { toServer } from '../../site.ts';

export default scenario({
  entry: 'error-log-cannot-open',
  cause: 'log-dir-missing',
  decides: ['error'],
  line: 'shop/error.log" failed (2: No such file or directory)',
  needs: [],
  start: async (lab) => {
    const port = await lab.port();
    const nginx = await createNginx(lab, {
      port,
      site: toServer(port, `error_log ${lab.dir}/log/nginx/shop/error.log;\nlocation / { return 200; }`),
    });
    return { nginx, provoke: () => nginx.test() };
  },
  fix: { title: 'Create the directory', steps: {}, verify: { 'Check the configuration': /test is successful/ } },
});
