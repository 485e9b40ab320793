import { createPhpFpm } from '../../backends/php-fpm.ts';
import { createNginx } from '../../nginx.ts';
import { intoBlock, scenario } from '../../scenario.ts';
import { toPhpServer } from '../../site.ts';

export default scenario({
  entry: 'fastcgi-primary-script-unknown',
  cause: 'php-file-missing',
  decides: ['error'],
  line: 'Primary script unknown',
  needs: ['php', 'root'],
  start: async (lab) => {
    const port = await lab.port();
    const backend = await createPhpFpm(lab, { 'index.php': '<?php echo "hello\\n";\n' });
    const nginx = await createNginx(lab, { port, site: toPhpServer(port, `${lab.dir}/srv/www`, backend.socket) });
    await backend.start();
    await nginx.start();
    return { nginx, backend, provoke: () => nginx.ask('/wp-login.php') };
  },
  fix: {
    title: 'Let nginx check for the file',
    steps: { 'Add the check to the location': intoBlock('location ~ \\.php$') },
    verify: { 'Repeat the request': /^404\b/ },
  },
});
