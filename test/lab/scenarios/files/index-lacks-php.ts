import { createPhpFpm } from '../../backends/php-fpm.ts';
import { createNginx } from '../../nginx.ts';
import { intoBlock, scenario } from '../../scenario.ts';
import { toPhpServer } from '../../site.ts';

export default scenario({
  entry: 'directory-index-forbidden',
  cause: 'index-directive-lacks-php',
  decides: ['config'],
  line: 'directory index of',
  needs: ['php', 'root'],
  start: async (lab) => {
    const port = await lab.port();
    const backend = await createPhpFpm(lab, { 'index.php': '<?php echo "hello\\n";\n' });
    const nginx = await createNginx(lab, { port, site: toPhpServer(port, `${lab.dir}/srv/www`, backend.socket) });
    await backend.start();
    await nginx.start();
    return { nginx, backend, provoke: () => nginx.ask('/') };
  },
  fix: { title: 'Name index.php', steps: { 'Name it first': intoBlock('server') } },
});
