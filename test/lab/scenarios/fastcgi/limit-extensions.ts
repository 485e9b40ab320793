import { createPhpFpm } from '../../backends/php-fpm.ts';
import { createNginx } from '../../nginx.ts';
import { intoSettings, scenario } from '../../scenario.ts';
import { toPhpServer } from '../../site.ts';

export default scenario({
  entry: 'fastcgi-stderr',
  cause: 'php-fpm-limit-extensions',
  decides: ['error'],
  line: 'security.limit_extensions',
  needs: ['php', 'root'],
  start: async (lab) => {
    const port = await lab.port();
    const backend = await createPhpFpm(lab, { 'page.html': '<?php echo "hello\\n";\n' });
    const nginx = await createNginx(lab, {
      port,
      site: toPhpServer(port, `${lab.dir}/srv/www`, backend.socket).replace('\\.php$', '\\.(php|html)$'),
    });
    await backend.start();
    await nginx.start();
    return { nginx, backend, blanks: { 'php-fpm-unit': 'php8.2-fpm' }, provoke: () => nginx.ask('/page.html') };
  },
  fix: { title: 'Allow the extension', steps: { 'Name the extensions': intoSettings } },
});
