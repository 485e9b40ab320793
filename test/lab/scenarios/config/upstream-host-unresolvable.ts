import { breakSite, inSite } from '../../break-site.ts';
import { scenario } from '../../scenario.ts';
import { toLocation, toServer } from '../../site.ts';

export default scenario({
  entry: 'upstream-host-not-found',
  cause: 'upstream-hostname-unresolvable-at-start',
  decides: ['error'],
  line: 'host not found in upstream "shop-backend.invalid"',
  needs: [],
  start: async (lab) => ({
    ...(await breakSite(
      lab,
      (port) => toServer(port, toLocation('/', 'proxy_pass http://127.0.0.1:8080;')),
      '127.0.0.1:8080;',
      'shop-backend.invalid:8080;',
    )),
    blanks: { 'backend-host-name': 'shop-backend.invalid' },
  }),
  fix: {
    title: 'Correct the name, or make it resolvable',
    steps: { 'Correct the name in': inSite('shop-backend.invalid', 'localhost') },
    verify: {
      'A request through nginx works': {
        left: 'nginx went on with the sound configuration, and no backend is behind it',
      },
    },
  },
});
