import { breakSite, onTop } from '../../break-site.ts';
import { scenario } from '../../scenario.ts';
import { toLocation, toServer } from '../../site.ts';

export default scenario({
  entry: 'config-unknown-directive',
  cause: 'module-not-loaded',
  decides: ['error'],
  line: 'unknown directive "more_set_headers"',
  needs: ['nginx'],
  start: async (lab) => ({
    ...(await breakSite(
      lab,
      (port) => toServer(port, toLocation('/', 'add_header X-Shop yes;\nreturn 200;')),
      'add_header X-Shop yes;',
      'more_set_headers "X-Shop: yes";',
    )),
    blanks: { 'module-package': 'libnginx-mod-http-headers-more-filter' },
    examples: { 'modules/ngx_stream_module.so': '/usr/lib/nginx/modules/ngx_http_headers_more_filter_module.so' },
  }),
  fix: { title: 'Install and load the module', steps: { 'Elsewhere load it yourself': onTop } },
});
