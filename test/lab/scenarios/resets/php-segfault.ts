import { createPhpFpm } from '../../backends/php-fpm.ts';
import { createNginx } from '../../nginx.ts';
import { scenario } from '../../scenario.ts';
import { toPhpServer } from '../../site.ts';

export default scenario({
  entry: 'upstream-connection-reset',
  cause: 'backend-worker-segfault',
  decides: ['error', 'backend'],
  line: 'recv() failed (104: Connection reset by peer)',
  backendLine: 'exited on signal 11',
  needs: ['php', 'root'],
  start: async (lab) => {
    const port = await lab.port();
    // The signal of a broken extension, without the extension.
    const backend = await createPhpFpm(lab, { 'thumbnail.php': '<?php posix_kill(posix_getpid(), 11);\n' });
    const nginx = await createNginx(lab, { port, site: toPhpServer(port, `${lab.dir}/srv/www`, backend.socket) });
    await backend.start();
    await nginx.start();
    return {
      nginx,
      backend,
      provoke: () => nginx.ask('/thumbnail.php'),
    };
  },
  fix: {
    title: 'Find the native code that crashed',
    steps: {
      'Suspect what changed last': (_stage, _change, lab) =>
        lab.place('srv/www/thumbnail.php', '<?php echo "a picture\\n";\n'),
    },
  },
});
