import { breakSite, inSite } from '../../break-site.ts';
import { scenario } from '../../scenario.ts';
import { toLocation, toServer } from '../../site.ts';

export default scenario({
  entry: 'config-directive-not-terminated',
  cause: 'missing-semicolon',
  decides: ['error'],
  line: 'directive "server_name" is not terminated by ";"',
  needs: [],
  start: (lab) =>
    breakSite(lab, (port) => toServer(port, toLocation('/', 'return 200;')), 'example.com;', 'example.com'),
  fix: {
    title: 'Write the semicolon behind the named directive',
    steps: { 'End the directive that the message names': inSite('example.com', 'example.com;') },
  },
});
