import { breakSite } from '../../break-site.ts';
import { intoBlock, scenario } from '../../scenario.ts';
import { toLocation, toServer } from '../../site.ts';

export default scenario({
  entry: 'config-invalid-url-prefix',
  cause: 'proxy-pass-without-scheme',
  decides: ['error'],
  line: 'invalid URL prefix',
  needs: [],
  start: (lab) =>
    breakSite(
      lab,
      (port) => toServer(port, toLocation('/', 'proxy_pass http://127.0.0.1:8080;')),
      'http://127.0.0.1:8080',
      '127.0.0.1:8080',
    ),
  fix: { title: 'Write http:// in front', steps: { 'The scheme and both slashes': intoBlock('location /') } },
});
