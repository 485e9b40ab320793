import { createNginx } from '../../nginx.ts';
import { toPasswordLine } from '../../password-line.ts';
import { byHand, scenario } from '../../scenario.ts';
import { toLocation, toServer } from '../../site.ts';

const LOGIN = { headers: { authorization: `Basic ${btoa('bob:new-secret')}` } };

export default scenario({
  entry: 'auth-basic-failed',
  cause: 'auth-basic-wrong-password',
  decides: ['error'],
  line: 'user "bob": password mismatch',
  needs: ['openssl'],
  start: async (lab) => {
    const port = await lab.port();
    const file = await lab.place('etc/nginx/htpasswd', await toPasswordLine('bob', 'old-secret'));
    const nginx = await createNginx(lab, {
      port,
      site: toServer(
        port,
        `${toLocation('/', `auth_basic "Stock";\nauth_basic_user_file ${file};\ntry_files $uri @page;`)}\nlocation @page { return 200; }`,
      ),
    });
    await nginx.start();
    return {
      nginx,
      blanks: { 'user-name': 'bob:new-secret', 'password-file': file },
      examples: { 'https://example.com': nginx.url },
      provoke: () => nginx.ask('/', LOGIN),
    };
  },
  fix: {
    title: 'Set the password again',
    steps: {
      'Set it in the file': byHand('htpasswd asks for the password', async (_stage, lab) =>
        lab.place('etc/nginx/htpasswd', await toPasswordLine('bob', 'new-secret')),
      ),
    },
  },
});
