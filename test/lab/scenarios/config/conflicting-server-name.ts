import { breakSite, inSite } from '../../break-site.ts';
import { scenario } from '../../scenario.ts';
import { toServer } from '../../site.ts';

export default scenario({
  entry: 'config-conflicting-server-name',
  cause: 'duplicate-server-name',
  decides: ['error'],
  line: 'conflicting server name "shop.example.com"',
  needs: [],
  start: (lab) =>
    breakSite(
      lab,
      (port) =>
        `${toServer(port, 'return 200 "new\\n";').replace('example.com', 'shop.example.com')}\n${toServer(port, 'return 200 "old\\n";').replace('example.com', 'old.example.com')}`,
      'server_name old.example.com',
      'server_name old.example.com shop.example.com',
    ),
  fix: {
    title: 'Keep one server for the name and address',
    steps: { 'Remove the name from one': inSite('old.example.com shop.example.com', 'old.example.com') },
    verify: { 'Check the configuration': /^(?![\s\S]*conflicting server name)/ },
  },
});
