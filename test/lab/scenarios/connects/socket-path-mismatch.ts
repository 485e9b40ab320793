import { createPhpFpm } from '../../backends/php-fpm.ts';
import { createNginx } from '../../nginx.ts';
import { intoBlock, scenario } from '../../scenario.ts';
import { toPhpServer } from '../../site.ts';

export default scenario({
  entry: 'upstream-socket-missing',
  cause: 'unix-socket-path-mismatch',
  decides: ['backend'],
  line: 'failed (2: No such file or directory) while connecting to upstream',
  backendLine: 'ready to handle connections',
  needs: ['php', 'root'],
  start: async (lab) => {
    const port = await lab.port();
    const backend = await createPhpFpm(lab, { 'index.php': '<?php echo "hello\\n";\n' });
    const nginx = await createNginx(lab, {
      port,
      site: toPhpServer(port, `${lab.dir}/srv/www`, `${lab.dir}/run/php8.1-fpm.sock`),
    });
    await backend.start();
    await nginx.start();
    return {
      nginx,
      backend,
      examples: { '/run/php/php8.2-fpm.sock': backend.socket },
      provoke: () => nginx.ask('/index.php'),
    };
  },
  fix: {
    title: 'Name the socket that exists',
    steps: { 'Write that path into nginx': intoBlock('location ~ \\.php$') },
    verify: { 'Somebody listens on the path': { left: 'the path that failed stays one on which nobody listens' } },
  },
});
