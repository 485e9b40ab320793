import { createPhpFpm } from '../../backends/php-fpm.ts';
import { createNginx } from '../../nginx.ts';
import { intoBlock, intoSettings, scenario } from '../../scenario.ts';
import { toPhpServer } from '../../site.ts';

export default scenario({
  entry: 'upstream-connection-reset',
  cause: 'php-fpm-request-terminate-timeout',
  decides: ['backend'],
  line: 'recv() failed (104: Connection reset by peer)',
  backendLine: 'exited on signal 15',
  needs: ['php', 'root'],
  start: async (lab) => {
    const port = await lab.port();
    const backend = await createPhpFpm(
      lab,
      { 'export.php': '<?php sleep(4); echo "all of it\\n";\n' },
      'request_terminate_timeout = 1s',
    );
    const nginx = await createNginx(lab, { port, site: toPhpServer(port, `${lab.dir}/srv/www`, backend.socket) });
    await backend.start();
    await nginx.start();
    return {
      nginx,
      backend,
      blanks: { 'php-fpm-unit': 'php8.2-fpm' },
      examples: { '/var/log/php-fpm-slow.log': `${lab.dir}/log/php-fpm-slow.log` },
      provoke: () => nginx.ask('/export.php'),
    };
  },
  fix: {
    title: 'Make the script faster, or raise request_terminate_timeout',
    steps: {
      'Let php-fpm write down': intoSettings,
      'Where the script is right to take that long': intoSettings,
      'Let nginx wait': intoBlock('location ~ \\.php$'),
    },
  },
});
