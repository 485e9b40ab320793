import { breakSite } from '../../break-site.ts';
import { intoBlock, scenario } from '../../scenario.ts';
import { toLocation, toServer } from '../../site.ts';

export default scenario({
  entry: 'config-proxy-pass-uri-in-regex',
  cause: 'proxy-pass-uri-in-regex-location',
  decides: ['error'],
  line: '"proxy_pass" cannot have URI part in location given by regular expression',
  needs: [],
  start: async (lab) => {
    const stage = await breakSite(
      lab,
      (port) => toServer(port, toLocation('~ ^/api/v[0-9]+/', 'proxy_pass http://127.0.0.1:8080;')),
      'http://127.0.0.1:8080;',
      'http://127.0.0.1:8080/;',
    );
    return { ...stage, blanks: { 'url-below-the-location': `${stage.nginx.url}/api/v1/orders` } };
  },
  fix: {
    title: 'Take the slash or the path away',
    steps: { 'Without a path the whole path': intoBlock('location ~ ^/api/v[0-9]+/') },
    verify: { 'Ask for a page below that location': { left: 'there is no backend behind this site' } },
  },
});
