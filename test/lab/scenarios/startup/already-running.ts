import { readFileSync } from 'node:fs';
import { createNginx } from '../../nginx.ts';
import { scenario } from '../../scenario.ts';
import { toServer } from '../../site.ts';
import { isPortListening } from '../../sockets.ts';

export default scenario({
  entry: 'bind-address-in-use',
  cause: 'nginx-already-running',
  alsoTrue: ['old-nginx-process-left'],
  decides: ['error'],
  line: 'failed (98: Address already in use)',
  needs: [],
  start: async (lab) => {
    const port = await lab.port();
    const nginx = await createNginx(lab, { port, site: toServer(port, 'location / { return 200; }') });
    const conf = readFileSync(nginx.configFiles.main, 'utf8').replace('run/nginx.pid', 'run/old.pid');
    const old = lab.spawn(
      ['/usr/sbin/nginx', '-p', lab.dir, '-c', await lab.place('old.conf', conf)],
      `${lab.dir}/log/old.log`,
    );
    await lab.until(() => isPortListening(port), 'the old nginx to listen');
    return {
      nginx,
      blanks: { 'old-master-pid': String(old.pid) },
      provoke: async () => {
        if (!nginx.isRunning()) await nginx.start();
      },
    };
  },
  fix: {
    title: "End the nginx that systemd doesn't know",
    steps: { 'If the running nginx is the right one': { left: 'it is the wrong one' } },
    verify: { 'See that nginx owns the port': ({ nginx }) => new RegExp(`"nginx",pid=${nginx.pid()},`) },
  },
});
