import { breakSite, inSite } from '../../break-site.ts';
import { scenario } from '../../scenario.ts';
import { toLocation, toServer } from '../../site.ts';

export default scenario({
  entry: 'config-unexpected-end-of-file',
  cause: 'unclosed-brace',
  decides: ['error'],
  line: 'unexpected end of file, expecting "}"',
  needs: [],
  start: (lab) =>
    breakSite(lab, (port) => toServer(port, toLocation('/', 'return 200;')), 'return 200;\n    }', 'return 200;\n'),
  fix: {
    title: 'Close the block',
    steps: { 'Write the missing `}`': inSite('return 200;\n', 'return 200;\n    }') },
  },
});
