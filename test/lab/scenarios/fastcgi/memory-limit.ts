import { createPhpFpm } from '../../backends/php-fpm.ts';
import { createNginx } from '../../nginx.ts';
import { intoSettings, scenario } from '../../scenario.ts';
import { toPhpServer } from '../../site.ts';

const SCRIPT =
  '<?php $rows = []; for ($i = 0; $i < 40; $i++) $rows[] = str_repeat("x", 1000000); echo count($rows), "\\n";\n';

export default scenario({
  entry: 'fastcgi-stderr',
  cause: 'php-memory-limit',
  decides: ['error'],
  line: 'Allowed memory size of',
  needs: ['php', 'root'],
  start: async (lab) => {
    const port = await lab.port();
    const backend = await createPhpFpm(
      lab,
      { 'export.php': SCRIPT },
      'php_admin_value[memory_limit] = 16M\nphp_admin_flag[log_errors] = on',
    );
    const nginx = await createNginx(lab, { port, site: toPhpServer(port, `${lab.dir}/srv/www`, backend.socket) });
    await backend.start();
    await nginx.start();
    return { nginx, backend, blanks: { 'php-fpm-unit': 'php8.2-fpm' }, provoke: () => nginx.ask('/export.php') };
  },
  fix: { title: 'Find what needs the memory', steps: { 'Set a limit that the page needs': intoSettings } },
});
