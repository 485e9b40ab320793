import { createPhpFpm } from '../../backends/php-fpm.ts';
import { createNginx } from '../../nginx.ts';
import { intoSettings, scenario } from '../../scenario.ts';
import { toPhpServer } from '../../site.ts';

const POOL =
  'pm = dynamic\npm.max_children = 2\npm.start_servers = 2\npm.min_spare_servers = 2\npm.max_spare_servers = 2';
const PAGES = Array.from({ length: 14 }, (_, page) => `page${page}.php`);

export default scenario({
  entry: 'upstream-timed-out-reading-header',
  cause: 'php-fpm-pool-exhausted',
  decides: ['backend'],
  line: 'upstream timed out (110: Connection timed out) while reading response header from upstream',
  backendLine: 'server reached pm.max_children setting',
  needs: ['php', 'root'],
  start: async (lab) => {
    const port = await lab.port();
    const scripts = Object.fromEntries(PAGES.map((page) => [page, '<?php sleep(1); echo "hello\\n";\n']));
    const backend = await createPhpFpm(lab, scripts, POOL);
    const nginx = await createNginx(lab, {
      port,
      site: toPhpServer(port, `${lab.dir}/srv/www`, backend.socket, 'fastcgi_read_timeout 5s;'),
    });
    await backend.start();
    await nginx.start();
    return {
      nginx,
      backend,
      blanks: { 'php-fpm-unit': 'php8.2-fpm' },
      examples: { '/var/log/php-fpm-slow.log': `${lab.dir}/log/php-fpm-slow.log` },
      provoke: () => Promise.all(PAGES.map((page, visitor) => nginx.ask(`/${page}`, { from: `127.0.1.${visitor}` }))),
    };
  },
  fix: {
    title: 'Free the children first, then add some',
    steps: { 'Find what the children wait for': intoSettings, 'If there is memory for more': intoSettings },
  },
});
