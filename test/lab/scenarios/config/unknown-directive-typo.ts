import { breakSite, inSite } from '../../break-site.ts';
import { scenario } from '../../scenario.ts';
import { toLocation, toServer } from '../../site.ts';

export default scenario({
  entry: 'config-unknown-directive',
  cause: 'directive-typo',
  decides: ['error'],
  line: 'unknown directive "proxypass"',
  needs: [],
  start: (lab) =>
    breakSite(
      lab,
      (port) => toServer(port, toLocation('/', 'proxy_pass http://127.0.0.1:8080;')),
      'proxy_pass ',
      'proxypass ',
    ),
  fix: {
    title: 'Correct the name',
    steps: { 'Compare with the alphabetical list': inSite('proxypass ', 'proxy_pass ') },
  },
});
