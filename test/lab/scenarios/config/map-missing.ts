import { breakSite } from '../../break-site.ts';
import { intoBlock, scenario } from '../../scenario.ts';
import { toLocation, toServer } from '../../site.ts';

export default scenario({
  entry: 'config-unknown-variable',
  cause: 'map-missing',
  decides: ['error'],
  line: 'unknown "connection_upgrade" variable',
  needs: [],
  start: (lab) =>
    breakSite(
      lab,
      (port) =>
        toServer(
          port,
          toLocation('/socket', 'proxy_pass http://127.0.0.1:8080;\nproxy_set_header Connection "upgrade";'),
        ),
      '"upgrade"',
      '$connection_upgrade',
    ),
  fix: { title: 'Add the map to http', steps: { 'For WebSocket connections': intoBlock('http') } },
});
