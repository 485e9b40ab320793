import { createPhpFpm } from '../../backends/php-fpm.ts';
import { createNginx } from '../../nginx.ts';
import { scenario } from '../../scenario.ts';
import { toPhpServer } from '../../site.ts';

export default scenario({
  entry: 'upstream-socket-missing',
  cause: 'unix-socket-missing-backend-down',
  decides: ['error'],
  line: 'failed (2: No such file or directory) while connecting to upstream',
  needs: ['php', 'root'],
  start: async (lab) => {
    const port = await lab.port();
    const backend = await createPhpFpm(lab, { 'index.php': '<?php echo "hello\\n";\n' });
    const nginx = await createNginx(lab, { port, site: toPhpServer(port, `${lab.dir}/srv/www`, backend.socket) });
    await nginx.start();
    return { nginx, backend, provoke: () => nginx.ask('/index.php') };
  },
  fix: {
    title: 'Start the backend and keep it enabled',
    steps: {},
    verify: { 'Somebody listens on the path': /LISTEN.*php-fpm/ },
  },
});
