import { breakSite, inSite } from '../../break-site.ts';
import { leave, scenario } from '../../scenario.ts';
import { toLocation, toServer } from '../../site.ts';

export default scenario({
  entry: 'config-directive-not-allowed-here',
  cause: 'directive-in-wrong-context',
  decides: ['error'],
  line: '"proxy_pass" directive is not allowed here',
  needs: [],
  start: (lab) =>
    breakSite(
      lab,
      (port) => toServer(port, toLocation('/', 'proxy_pass http://127.0.0.1:8080;')),
      'location / {\n        proxy_pass http://127.0.0.1:8080;\n    }',
      'proxy_pass http://127.0.0.1:8080;',
    ),
  fix: {
    title: 'Move the line to a block that may hold it',
    steps: {
      'Look up its "Context"': inSite(
        'proxy_pass http://127.0.0.1:8080;',
        'location / { proxy_pass http://127.0.0.1:8080; }',
      ),
      'The usual shape': leave('it shows the shape, and is no edit'),
    },
  },
});
