import { breakSite, inSite } from '../../break-site.ts';
import { scenario } from '../../scenario.ts';
import { toLocation, toServer } from '../../site.ts';

export default scenario({
  entry: 'config-invalid-parameter',
  cause: 'missing-semicolon',
  decides: ['error'],
  line: 'invalid parameter "keepalive"',
  needs: [],
  start: (lab) =>
    breakSite(
      lab,
      (port) =>
        `upstream shop {\n    server 127.0.0.1:8080;\n    keepalive 16;\n}\n\n${toServer(port, toLocation('/', 'proxy_pass http://shop;'))}`,
      '8080;',
      '8080',
    ),
  fix: {
    title: 'Write the semicolon behind the line above',
    steps: { 'End the directive above the quoted word': inSite('8080', '8080;') },
  },
});
