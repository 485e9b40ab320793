import { createNginx } from '../../nginx.ts';
import { toPasswordLine } from '../../password-line.ts';
import { byHand, scenario } from '../../scenario.ts';
import { toLocation, toServer } from '../../site.ts';

const LOGIN = { headers: { authorization: `Basic ${btoa('eve:secret')}` } };

export default scenario({
  entry: 'auth-basic-failed',
  cause: 'auth-basic-unknown-user',
  decides: ['error'],
  line: 'user "eve" was not found in',
  needs: ['openssl'],
  start: async (lab) => {
    const port = await lab.port();
    const file = await lab.place('etc/nginx/htpasswd', await toPasswordLine('bob', 'secret'));
    const nginx = await createNginx(lab, {
      port,
      site: toServer(
        port,
        `${toLocation('/', `auth_basic "Stock";\nauth_basic_user_file ${file};\ntry_files $uri @page;`)}\nlocation @page { return 200; }`,
      ),
    });
    await nginx.start();
    return { nginx, blanks: { 'user-name': 'eve:secret' }, provoke: () => nginx.ask('/', LOGIN) };
  },
  fix: {
    title: 'Add the user to the file',
    steps: {
      'Add the user, without -c': byHand('htpasswd asks for the password', async (_stage, lab) =>
        lab.place(
          'etc/nginx/htpasswd',
          (await toPasswordLine('bob', 'secret')) + (await toPasswordLine('eve', 'secret')),
        ),
      ),
    },
  },
});
