import { createPhpFpm } from '../../backends/php-fpm.ts';
import { createNginx } from '../../nginx.ts';
import { intoBlock, scenario } from '../../scenario.ts';
import { toPhpServer } from '../../site.ts';

export default scenario({
  entry: 'upstream-too-big-header',
  cause: 'wrong-buffer-directive-family',
  decides: ['config'],
  line: 'upstream sent too big header',
  needs: ['php', 'root'],
  start: async (lab) => {
    const port = await lab.port();
    const backend = await createPhpFpm(lab, {
      'callback.php': '<?php header("X-Token: " . str_repeat("x", 9000)); echo "signed in\\n";\n',
    });
    const nginx = await createNginx(lab, {
      port,
      site: toPhpServer(port, `${lab.dir}/srv/www`, backend.socket, 'proxy_buffer_size 32k;\nproxy_buffers 8 32k;'),
    });
    await backend.start();
    await nginx.start();
    return { nginx, backend, provoke: () => nginx.ask('/callback.php') };
  },
  fix: {
    title: "Set the directives that belong to the upstream's protocol",
    steps: { 'For FastCGI': intoBlock('location ~ \\.php$') },
  },
});
