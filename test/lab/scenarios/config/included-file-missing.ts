import { breakSite } from '../../break-site.ts';
import { scenario } from '../../scenario.ts';
import { toLocation, toServer } from '../../site.ts';

export default scenario({
  entry: 'config-included-file-missing',
  cause: 'included-file-missing',
  decides: ['error'],
  line: 'failed (2: No such file or directory) in',
  needs: [],
  start: async (lab) => {
    const stage = await breakSite(
      lab,
      (port) => toServer(port, toLocation('/', 'return 200;')),
      'location / {',
      'include snippets/security.conf;\n    location / {',
    );
    await lab.place('etc/nginx/snippets/.keep', '');
    return { ...stage, examples: { '/etc/nginx/custom/*.conf': `${lab.dir}/etc/nginx/snippets/*.conf` } };
  },
  fix: {
    title: 'Put the file there, or correct the include',
    steps: {
      'A pattern that fits no file is no error': ({ nginx }, change) => nginx.edit('server', change, ['include']),
    },
  },
});
