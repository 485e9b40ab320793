import { createPhpFpm } from '../../backends/php-fpm.ts';
import { createNginx } from '../../nginx.ts';
import { intoBlock, intoSettings, scenario } from '../../scenario.ts';
import { toPhpServer } from '../../site.ts';

const SCRIPT =
  '<?php do { hash("sha256", str_repeat("x", 10000)); } while (getrusage()["ru_utime.tv_sec"] < 1 || getrusage()["ru_utime.tv_usec"] < 300000); echo "done\\n";\n';

export default scenario({
  entry: 'fastcgi-stderr',
  cause: 'php-max-execution-time',
  decides: ['error'],
  line: 'Maximum execution time of',
  needs: ['php', 'root'],
  start: async (lab) => {
    const port = await lab.port();
    const backend = await createPhpFpm(
      lab,
      { 'report.php': SCRIPT },
      'php_admin_value[max_execution_time] = 1\nphp_admin_flag[log_errors] = on',
    );
    const nginx = await createNginx(lab, { port, site: toPhpServer(port, `${lab.dir}/srv/www`, backend.socket) });
    await backend.start();
    await nginx.start();
    return { nginx, backend, blanks: { 'php-fpm-unit': 'php8.2-fpm' }, provoke: () => nginx.ask('/report.php') };
  },
  fix: {
    title: 'Move the work out of the request',
    steps: {
      'If the work is right to take so long': intoSettings,
      'Let nginx wait a little longer': intoBlock('location ~ \\.php$'),
    },
  },
});
