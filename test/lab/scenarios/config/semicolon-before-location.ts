import { readFile, writeFile } from 'node:fs/promises';
import { createNginx } from '../../nginx.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  entry: 'config-directive-not-terminated',
  cause: 'missing-semicolon',
  decides: ['error'],
  line: 'directive "server_name" is not terminated by ";"',
  needs: [],
  start: async (lab) => {
    const port = await lab.port();
    const nginx = await createNginx(lab, {
      port,
      site: `server {
    listen 127.0.0.1:${port};
    server_name example.com;

    location / {
        return 200 "ok\\n";
    }
}
`,
    });
    await nginx.start();
    const { site } = nginx.configFiles;
    await writeFile(
      site,
      (await readFile(site, 'utf8')).replace('server_name example.com;', 'server_name example.com'),
    );
    return { nginx, provoke: () => nginx.test() };
  },
  fix: {
    title: 'Write the semicolon behind the named directive',
    steps: {
      'End the directive that the message names': async ({ nginx: { configFiles } }) => {
        const broken = await readFile(configFiles.site, 'utf8');
        await writeFile(configFiles.site, broken.replace('server_name example.com', 'server_name example.com;'));
      },
    },
  },
});
