import { chmodSync } from 'node:fs';
import { dirname } from 'node:path';
import { createNginx } from '../../nginx.ts';
import { scenario } from '../../scenario.ts';
import { toServer } from '../../site.ts';

export default scenario({
  entry: 'static-file-permission',
  cause: 'static-parent-dir-not-traversable',
  decides: ['error'],
  line: 'failed (13: Permission denied)',
  needs: ['root', 'acl'],
  start: async (lab) => {
    const port = await lab.port();
    const pages = ['/a.html', '/b.html', '/c.html'];
    const files = await Promise.all(pages.map((page) => lab.place(`home/ada/site${page}`, 'hello\n')));
    const closed = dirname(dirname(files[0] ?? ''));
    chmodSync(closed, 0o700);
    const nginx = await createNginx(lab, { port, site: toServer(port, `root ${closed}/site;`) });
    await nginx.start();
    return {
      nginx,
      blanks: { 'closed-folder': closed },
      provoke: () => Promise.all(pages.map((page) => nginx.ask(page))),
    };
  },
  fix: { title: 'Move the site, or let the workers pass through', steps: {} },
});
