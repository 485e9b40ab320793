import type { Chooser } from './chooser.ts';

type Words = readonly [string, ...string[]];

const PATHS: Words = [
  '/etc/nginx/conf.d/shop.conf',
  '/var/www/shop/index.html',
  '/var/cache/nginx/proxy/3/a1/5e8d0c',
  '/var/log/nginx/shop.access.log',
  '/srv/app/uploads/report 2026.pdf',
];
const WINDOWS_PATHS: Words = ['C:\\nginx/conf/nginx.conf', 'C:\\nginx/html/favicon.ico', 'C:\\nginx/logs/nginx.pid'];
const CERTIFICATES: Words = ['/etc/ssl/shop.example/fullchain.pem', '/etc/letsencrypt/live/api.example/privkey.pem'];
const ADDRESSES: Words = ['192.0.2.17', '198.51.100.4', '2001:db8::17', 'unix:'];
const PEERS: Words = ['10.0.3.7:8080', '[2001:db8::5]:443', 'unix:/run/app/web.sock', '127.0.0.1:9000'];
const HOSTS: Words = ['shop.example', 'api.internal.example', 'db-1.internal'];
const NAMES: Words = ['backend', 'one', 'app_servers', 'perip'];
const VARIABLES: Words = ['request_uri', 'upstream_addr', 'limit_key'];
const DIRECTIVES: Words = ['proxy_pass', 'listen', 'client_max_body_size', 'ssl_certificate'];
const HEADERS: Words = ['X-Request-Id: 7f3a', 'Transfer-Encoding: chunked', 'Content-Length'];
const LUA_FILES: Words = ['/app/lua/auth.lua', 'access_by_lua(nginx.conf:42)', '@/app/lua/router.lua'];
const TRACEBACK =
  "stack traceback:\ncoroutine 0:\n\t[C]: in function 'error'\n\t/app/lua/auth.lua:12: in function </app/lua/auth.lua:1>";
const ANYTHING: Words = ['value', 'eu-west', 'a b', '42', 'Öl', 'x"y'];

// What stands before (and after) a value says what it is. The first that fits counts.
const KINDS: readonly { readonly before: RegExp; readonly after?: RegExp; readonly values: Words }[] = [
  { before: /\n$/, values: [TRACEBACK] },
  { before: /runtime error: $|\[lua\] $/, values: LUA_FILES },
  { before: /certificate(?: key)? "$|CRL "$|_file\("$|OCSP responder .* "$/, values: CERTIFICATES },
  {
    before: /(?:open|stat|unlink|rename|mkdir|chmod|read|write|close|dir|dlopen|at|sendfile|mmap|glob)\(\) "?$/,
    values: PATHS,
  },
  { before: /(?:CreateFile|File|Directory|Ex)\(\) "?$/, values: WINDOWS_PATHS },
  { before: / in $/, after: /^:/, values: PATHS },
  { before: /(?:file|path|from|to|of) "$/, values: PATHS },
  { before: /client $|client: $/, values: ADDRESSES },
  { before: /(?:connect\(\)|bind\(\)|listen\(\)|accept\(\)|socket\(\)) (?:to )?$| on $/, values: PEERS },
  { before: /host "?$|server name "$|upstream "$|resolver "$/, values: HOSTS },
  { before: /^"$/, after: /^" directive/, values: DIRECTIVES },
  { before: /directive "$|in "$/, values: DIRECTIVES },
  { before: /zone "$|group "$/, values: NAMES },
  { before: /variable "\$?$/, values: VARIABLES },
  { before: /header:? "?$|line: "$/, values: HEADERS },
];

/** A text that nginx could have written at this place of a message. */
export function sampleText(before: string, after: string, chooser: Chooser): string {
  const kind = KINDS.find((one) => one.before.test(before) && (one.after?.test(after) ?? true));
  return chooser.pick(kind?.values ?? ANYTHING);
}
