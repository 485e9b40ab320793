import { breakSite } from '../../break-site.ts';
import { scenario } from '../../scenario.ts';
import { toServer } from '../../site.ts';

export default scenario({
  entry: 'config-duplicate-default-server',
  cause: 'duplicate-default-server',
  decides: ['error'],
  line: 'a duplicate default server for',
  needs: [],
  start: async (lab) => {
    const stage = await breakSite(
      lab,
      (port) =>
        `${toServer(port, 'return 200 "shop\\n";')}\n${toServer(port, 'return 200 "blog\\n";', ' default_server').replace('example.com', 'blog.example.com')}`,
      ';\n    server_name example.com',
      ' default_server;\n    server_name example.com',
    );
    return { ...stage, examples: { 'listen 80': `listen 127.0.0.1:${new URL(stage.nginx.url).port}` } };
  },
  fix: {
    title: 'Leave default_server in one site only',
    steps: { 'In every other site': ({ nginx }, change) => nginx.edit('server', change, ['listen']) },
  },
});
