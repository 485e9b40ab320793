import { createPhpFpm } from '../../backends/php-fpm.ts';
import { createNginx } from '../../nginx.ts';
import { scenario } from '../../scenario.ts';
import { toPhpServer } from '../../site.ts';

export default scenario({
  entry: 'fastcgi-primary-script-unknown',
  cause: 'php-file-not-readable-by-fpm',
  decides: ['error', 'backend'],
  line: 'rimary script',
  backendLine: 'Unable to open primary script',
  needs: ['php', 'root', 'acl'],
  start: async (lab) => {
    const port = await lab.port();
    const backend = await createPhpFpm(lab, {});
    const script = await lab.place('srv/www/index.php', '<?php echo "hello\\n";\n', 0o600);
    const nginx = await createNginx(lab, { port, site: toPhpServer(port, `${lab.dir}/srv/www`, backend.socket) });
    await backend.start();
    await nginx.start();
    return {
      nginx,
      backend,
      blanks: {
        'path-of-the-script': script,
        'document-root': `${lab.dir}/srv/www`,
        'directory-above': `${lab.dir}/srv`,
      },
      provoke: () => nginx.ask('/index.php'),
    };
  },
  fix: { title: "Let the pool's user read the code", steps: {} },
});
