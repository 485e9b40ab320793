import { createPhpFpm } from '../../backends/php-fpm.ts';
import { createNginx } from '../../nginx.ts';
import { scenario } from '../../scenario.ts';
import { toLocation, toServer } from '../../site.ts';

export default scenario({
  entry: 'upstream-connection-reset',
  cause: 'protocol-mismatch-http-to-fastcgi',
  decides: ['error', 'backend'],
  line: 'recv() failed (104: Connection reset by peer)',
  backendLine: 'ready to handle connections',
  needs: ['php', 'root'],
  start: async (lab) => {
    const port = await lab.port();
    const backend = await createPhpFpm(
      lab,
      { 'index.php': '<?php echo "hello\\n";\n' },
      `listen = ${lab.address}:9000`,
    );
    const nginx = await createNginx(lab, {
      port,
      site: toServer(port, `root ${lab.dir}/srv/www;\n${toLocation('/', `proxy_pass http://${lab.address}:9000;`)}`),
    });
    await backend.start();
    await nginx.start();
    return { nginx, backend, provoke: () => nginx.ask('/index.php') };
  },
  fix: {
    title: 'Speak FastCGI to the FastCGI server',
    steps: { 'Replace proxy_pass': ({ nginx }, change) => nginx.edit('server', toLocation('~ \\.php$', change)) },
  },
});
