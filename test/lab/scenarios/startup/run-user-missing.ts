import { createNginx } from '../../nginx.ts';
import { intoBlock, scenario } from '../../scenario.ts';
import { toServer } from '../../site.ts';

export default scenario({
  entry: 'run-user-missing',
  cause: 'run-user-missing',
  decides: ['error'],
  line: 'getpwnam("nginx") failed',
  needs: ['root'],
  start: async (lab) => {
    const port = await lab.port();
    const nginx = await createNginx(lab, {
      port,
      main: 'user nginx;',
      site: toServer(port, 'location / { return 200; }'),
    });
    return { nginx, provoke: () => nginx.test() };
  },
  fix: {
    title: 'Name the user that this system has',
    steps: { 'Write that name': intoBlock('') },
    verify: { 'Check the configuration': /^(?![\s\S]*getpwnam)/ },
  },
});
