import { createNginx } from '../../nginx.ts';
import { scenario } from '../../scenario.ts';
import { toServer } from '../../site.ts';

export default scenario({
  entry: 'disk-full',
  cause: 'log-volume-full',
  decides: ['error'],
  line: 'failed (28: No space left on device) while logging request',
  needs: [],
  start: async (lab) => {
    const port = await lab.port();
    const nginx = await createNginx(lab, {
      port,
      site: toServer(
        port,
        `access_log /dev/full;\naccess_log ${lab.dir}/log/nginx/access.log timed;\nlocation / { return 200; }`,
      ),
    });
    await nginx.start();
    return { nginx, provoke: () => nginx.ask('/') };
  },
  // The full volume is the device /dev/full, from which no log can be rotated away.
  fix: { marked: 'Rotate the logs' },
});
