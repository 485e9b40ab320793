import { breakSite } from '../../break-site.ts';
import { intoBlock, scenario } from '../../scenario.ts';
import { toLocation, toServer } from '../../site.ts';

export default scenario({
  entry: 'config-zone-undefined',
  cause: 'shared-zone-not-defined',
  decides: ['error'],
  line: 'zero size shared memory zone "login"',
  needs: [],
  start: async (lab) => ({
    ...(await breakSite(
      lab,
      (port) => toServer(port, toLocation('/login', 'return 200;')),
      'return 200;',
      'limit_req zone=login burst=5;\n        return 200;',
    )),
    examples: { 'zone=one:': 'zone=login:', '/var/cache/nginx/pages': `${lab.dir}/temp/pages` },
  }),
  fix: { title: 'Create the zone in http', steps: { 'One line for each zone': intoBlock('http') } },
});
