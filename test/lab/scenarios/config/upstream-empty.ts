import { breakSite } from '../../break-site.ts';
import { intoBlock, scenario } from '../../scenario.ts';
import { toLocation, toServer } from '../../site.ts';

export default scenario({
  entry: 'config-upstream-empty',
  cause: 'upstream-block-empty',
  decides: ['error'],
  line: 'no servers are inside upstream',
  needs: [],
  start: (lab) =>
    breakSite(
      lab,
      (port) =>
        `upstream shop {\n    server 127.0.0.1:8080;\n}\n\n${toServer(port, toLocation('/', 'proxy_pass http://shop;'))}`,
      '    server 127.0.0.1:8080;\n',
      '    # server 10.0.0.5:8080;\n',
    ),
  fix: {
    title: 'Write a server into the group',
    steps: { 'One server that answers with 503': intoBlock('upstream shop') },
  },
});
