import { createPhpFpm } from '../../backends/php-fpm.ts';
import { createNginx } from '../../nginx.ts';
import { intoBlock, leave, scenario } from '../../scenario.ts';
import { toLocation, toServer } from '../../site.ts';

const HELLO = '<?php echo "hello\\n";\n';

export default scenario({
  entry: 'fastcgi-primary-script-unknown',
  cause: 'fastcgi-script-filename-wrong',
  decides: ['error'],
  line: 'Primary script unknown',
  needs: ['php', 'root'],
  start: async (lab) => {
    const port = await lab.port();
    const backend = await createPhpFpm(lab, { 'index.php': HELLO, 'cart.php': HELLO, 'search.php': HELLO });
    const nginx = await createNginx(lab, {
      port,
      site: toServer(
        port,
        `root ${lab.dir}/srv/www;\n${toLocation(
          '~ \\.php$',
          `include fastcgi_params;
fastcgi_param SCRIPT_FILENAME /var/www/html$fastcgi_script_name;
fastcgi_pass unix:${backend.socket};`,
        )}`,
      ),
    });
    await backend.start();
    await nginx.start();
    return {
      nginx,
      backend,
      blanks: { 'path-of-the-script': `${lab.dir}/srv/www/index.php` },
      provoke: () => Promise.all(['/index.php', '/cart.php', '/search.php'].map((path) => nginx.ask(path))),
    };
  },
  fix: {
    title: 'Set `root` once in the server',
    steps: {
      'Build the path from `root`': intoBlock('location ~ \\.php$'),
      'Below an `alias`': leave('there is no alias here'),
    },
  },
});
