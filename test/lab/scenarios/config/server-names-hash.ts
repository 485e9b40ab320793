import { breakSite } from '../../break-site.ts';
import { intoBlock, scenario } from '../../scenario.ts';
import { toServer } from '../../site.ts';

export default scenario({
  entry: 'config-hash-too-small',
  cause: 'server-names-hash-bucket-too-small',
  decides: [],
  line: 'could not build server_names_hash, you should increase server_names_hash_bucket_size',
  needs: [],
  start: (lab) =>
    breakSite(
      lab,
      (port) =>
        `${toServer(port, 'return 200;')}\n${toServer(port, 'return 200;').replace('example.com', 'blog.example.com')}`,
      'server_name example.com',
      'server_name a-rather-long-name-of-a-customer-that-somebody-chose-in-the-panel.shops.example.com',
    ),
  fix: { title: 'Double the bucket size', steps: { 'The next power of two': intoBlock('http') } },
});
