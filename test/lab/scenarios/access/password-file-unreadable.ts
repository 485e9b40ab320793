import { createNginx } from '../../nginx.ts';
import { toPasswordLine } from '../../password-line.ts';
import { scenario } from '../../scenario.ts';
import { toLocation, toServer } from '../../site.ts';

const LOGIN = { headers: { authorization: `Basic ${btoa('bob:secret')}` } };

export default scenario({
  entry: 'auth-basic-file-unusable',
  cause: 'auth-basic-file-unreadable',
  decides: ['error'],
  line: 'failed (13: Permission denied)',
  needs: ['openssl', 'root'],
  start: async (lab) => {
    const port = await lab.port();
    const file = await lab.place('etc/nginx/htpasswd', await toPasswordLine('bob', 'secret'), 0o600);
    const nginx = await createNginx(lab, {
      port,
      site: toServer(
        port,
        `${toLocation('/', `auth_basic "Stock";\nauth_basic_user_file ${file};\ntry_files $uri @page;`)}\nlocation @page { return 200; }`,
      ),
    });
    await nginx.start();
    return { nginx, blanks: { 'user-name': 'bob:secret' }, provoke: () => nginx.ask('/', LOGIN) };
  },
  fix: { title: "Let the workers' group read it", steps: {} },
});
