import { createPhpFpm } from '../../backends/php-fpm.ts';
import { createNginx } from '../../nginx.ts';
import { intoSettings, scenario } from '../../scenario.ts';
import { toPhpServer } from '../../site.ts';

const SCRIPT =
  '<?php\nfor ($i = 0; $i < 55; $i++) error_log("Undefined array key \\"colour\\" in the shop\'s template");\nheader("X-Trace: " . str_repeat("x", 1500));\necho "hello\\n";\n';

export default scenario({
  entry: 'upstream-too-big-header',
  beside: ['fastcgi-stderr'],
  cause: 'php-stderr-fills-fastcgi-buffer',
  decides: ['error'],
  line: 'upstream sent too big header',
  needs: ['php', 'root'],
  start: async (lab) => {
    const port = await lab.port();
    const backend = await createPhpFpm(lab, { 'index.php': SCRIPT }, 'catch_workers_output = no');
    const nginx = await createNginx(lab, { port, site: toPhpServer(port, `${lab.dir}/srv/www`, backend.socket) });
    await backend.start();
    await nginx.start();
    return {
      nginx,
      backend,
      examples: { '/var/log/php/www.log': '/dev/null' },
      provoke: () => nginx.ask('/index.php'),
    };
  },
  fix: {
    title: 'Cure the notices, or let php-fpm log them itself',
    steps: { "Send PHP's messages to a file of its own": intoSettings },
  },
});
