import { createNginx } from '../../nginx.ts';
import { toPasswordLine } from '../../password-line.ts';
import { byHand, scenario } from '../../scenario.ts';
import { toLocation, toServer } from '../../site.ts';

const LOGIN = { headers: { authorization: `Basic ${btoa('bob:secret')}` } };

export default scenario({
  entry: 'auth-basic-file-unusable',
  cause: 'auth-basic-file-missing',
  decides: ['error'],
  line: 'failed (2: No such file or directory)',
  needs: ['openssl'],
  start: async (lab) => {
    const port = await lab.port();
    const nginx = await createNginx(lab, {
      port,
      site: toServer(
        port,
        `${toLocation('/', `auth_basic "Stock";\nauth_basic_user_file ${lab.dir}/etc/nginx/htpasswd;\ntry_files $uri @page;`)}\nlocation @page { return 200; }`,
      ),
    });
    await nginx.start();
    return { nginx, blanks: { 'user-name': 'bob:secret' }, provoke: () => nginx.ask('/', LOGIN) };
  },
  fix: {
    title: 'Make the file, or correct the path',
    steps: {
      'Make it with a first user': byHand('htpasswd asks for the password', async (_stage, lab) =>
        lab.place('etc/nginx/htpasswd', await toPasswordLine('bob', 'secret')),
      ),
    },
  },
});
