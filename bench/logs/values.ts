import type { Random } from './random.ts';

/** A site as a busy server has several: its name, its files, and the backends behind it. */
export interface Site {
  readonly name: string;
  readonly root: string;
  readonly backends: readonly string[];
}

/** The values of one line: they belong together, as in a real one. */
export interface Values {
  readonly client: string;
  readonly site: Site;
  /** Path and query as a client sent them. */
  readonly uri: string;
  /** A file below the site's root: few often, thousands once. */
  readonly file: string;
  readonly below: (limit: number) => number;
  readonly pick: <T>(items: readonly T[]) => T;
}

const CLIENTS = 3_000;
const FILES = 40_000;
const NAMES = ['www', 'api', 'shop', 'blog', 'static', 'admin', 'login', 'media', 'search', 'partner', 'docs', 'beta'];
const SITES: readonly Site[] = NAMES.map((name, index) => ({
  // nginx logs the server_name as it stands in the configuration, a regular expression, too
  name: index === 11 ? String.raw`~^(?<tenant>.+)\.beta\.example$` : `${name}.example.com`,
  root: `/var/www/${name}`,
  backends:
    index % 4 === 3
      ? [`unix:/run/${name}/web.sock:`]
      : [`10.0.${index}.11:8080`, `10.0.${index}.12:8080`].slice(index % 2),
}));
const PATHS = [
  '/',
  '/api/v2/orders',
  '/api/v2/users/4711/addresses',
  '/login',
  '/static/app.4f1d2c.js',
  '/search',
  '/wp-login.php',
  '/reports/yearly/2026.pdf',
  '/graphql',
  '/images/products/large/81123.webp',
  '/.env',
  '/cgi-bin/luci/;stok=/locale',
  '/healthz',
  '/xmlrpc.php',
];
const QUERIES = ['', '?id=', '?page=2&sort=price&session=', '?q=caf%C3%A9+(new)&n=', '?redirect=https://a.example/?x='];
const ENDINGS = ['.php', '.jpg', '.js', '.html', '.css', '.map', '/index.php', '.png'];

/** Draws the values of the next line. */
export function drawValues(random: Random): Values {
  const site = SITES[random.zipf(SITES.length, 1)] ?? random.pick(SITES);
  const query = random.pick(QUERIES);
  const number = random.zipf(FILES, 0.7);
  return {
    client: addressOf(random.zipf(CLIENTS, 0.9)),
    site,
    uri: `${PATHS[random.zipf(PATHS.length, 0.6)] ?? '/'}${query}${query === '' ? '' : random.below(1_000_000)}`,
    file: `${site.root}/${((number * 2_654_435_761) % 4_294_967_296).toString(36)}/${number}${ENDINGS[number % ENDINGS.length] ?? ''}`,
    below: random.below,
    pick: random.pick,
  };
}

/** One in seventeen comes by IPv6. */
function addressOf(client: number): string {
  return client % 17 === 16 ? `2001:db8:7::${client.toString(16)}` : `198.51.${100 + (client >> 8)}.${client & 255}`;
}
