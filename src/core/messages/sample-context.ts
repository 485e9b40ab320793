import type { Chooser } from './chooser.ts';

type Choices = readonly [string, ...string[]];

/** What nginx writes after a message of one kind of connection. */
interface Tail {
  /** Words after "while "; an empty one is no action. */
  readonly actions: Choices;
  readonly keys: Choices;
}

const REQUEST = ', client: 192.0.2.17, server: shop.example, request: "GET /cart?id=7 HTTP/1.1"';
const REQUEST_ENDS: Choices = [
  ', host: "shop.example"',
  ', host: "shop.example", referrer: "https://shop.example/"',
  ', subrequest: "/auth", host: "shop.example"',
];
const LISTENER: Choices = [
  ', client: 192.0.2.17, server: 0.0.0.0:443',
  ', client: 2001:db8::17, server: [::]:443',
  ', client: unix:, server: unix:/run/nginx.sock',
];
const STREAM: Choices = [
  ', client: 192.0.2.17, server: 0.0.0.0:3306',
  ', udp client: 198.51.100.4, server: 0.0.0.0:53',
];
const UPSTREAMS: Choices = [
  ', upstream: "http://10.0.3.7:8080/cart?id=7"',
  ', upstream: "fastcgi://unix:/run/php/php8.3-fpm.sock:"',
  ', upstream: "grpcs://10.0.3.9:50051"',
];
const PHASES: Choices = [
  'connecting to upstream',
  'sending request to upstream',
  'reading response header from upstream',
  'reading upstream',
  'SSL handshaking to upstream',
];

const withEnds = (start: string, ends: Choices): Choices => [
  start + ends[0],
  ...ends.slice(1).map((end) => start + end),
];
const requests = withEnds(REQUEST, REQUEST_ENDS);
const upstreamRequests = withEnds(REQUEST, withEnds(UPSTREAMS[0], REQUEST_ENDS));
const otherUpstreams: Choices = [
  `${REQUEST}${UPSTREAMS[1] ?? ''}, host: "shop.example"`,
  `${REQUEST}${UPSTREAMS[2] ?? ''}`,
];
const lua = (where: string): Tail => ({
  actions: [''],
  keys: [`, context: ${where}`, `, context: ${where}, client: 192.0.2.17, server: 0.0.0.0:443`],
});

/** By a message's `ctx`. Sources: nginx src/http/ngx_http_request.c ngx_http_log_error, src/stream/ngx_stream_handler.c,
 * src/stream/ngx_stream_proxy_module.c, src/mail/ngx_mail_handler.c, src/core/ngx_resolver.c, src/core/ngx_syslog.c,
 * src/event/ngx_event_openssl_stapling.c; lua-nginx-module's log handlers. */
const TAILS: ReadonlyMap<string, Tail> = new Map([
  ['http', { actions: ['', 'sending response to client', 'logging request'], keys: requests }],
  [
    'http-request',
    {
      actions: ['reading client request line', 'reading client request headers'],
      keys: [LISTENER[0], ...LISTENER.slice(1), REQUEST],
    },
  ],
  ['http-send', { actions: ['sending to client', 'sending response to client'], keys: requests }],
  ['http-recv', { actions: ['waiting for request', 'keepalive', 'reading client request line'], keys: LISTENER }],
  ['http-ssl', { actions: ['SSL handshaking', 'waiting for request'], keys: LISTENER }],
  ['http-proxyproto', { actions: ['reading PROXY protocol'], keys: LISTENER }],
  ['http-upstream', { actions: PHASES, keys: [...upstreamRequests, ...otherUpstreams] }],
  ['http2', { actions: ['processing HTTP/2 connection', 'waiting for request'], keys: LISTENER }],
  ['http2-stream', { actions: ['processing HTTP/2 connection', ''], keys: [LISTENER[0], REQUEST] }],
  ['http3', { actions: ['handling frames', ''], keys: LISTENER }],
  ['quic', { actions: ['handling quic packet', 'handling frames', ''], keys: LISTENER }],
  ['stream', { actions: ['', 'prereading client data', 'returning text'], keys: STREAM }],
  [
    'stream-proxy',
    {
      actions: ['connecting to upstream', 'proxying and reading from upstream'],
      keys: withEnds(STREAM[0], [
        ', upstream: "10.0.3.7:3306", bytes from/to client:0/0, bytes from/to upstream:0/0',
        ', upstream: "10.0.3.7:3306", bytes from/to client:517/0, bytes from/to upstream:0/517',
      ]),
    },
  ],
  [
    'mail',
    {
      actions: ['', 'in auth state'],
      keys: [
        ', client: 192.0.2.17, server: 0.0.0.0:25',
        ', client: 192.0.2.17 using starttls, server: 0.0.0.0:143, login: "anna"',
      ],
    },
  ],
  [
    'mail-proxy',
    {
      actions: ['reading response from upstream', 'proxying'],
      keys: [', client: 192.0.2.17, server: 0.0.0.0:143, login: "anna", upstream: 10.0.3.8:143'],
    },
  ],
  [
    'ocsp',
    {
      actions: ['requesting certificate status'],
      keys: [
        ', responder: ocsp.example, peer: 192.0.2.80:80, certificate: "/etc/ssl/shop.example/fullchain.pem"',
        ', responder: ocsp.example',
      ],
    },
  ],
  ['resolver', { actions: ['resolving'], keys: [', resolver: 10.0.0.2:53'] }],
  ['syslog', { actions: ['logging to syslog'], keys: [', server: unix:/dev/log', ', server: 10.0.0.9:514'] }],
  ['lua-any', { actions: ['', 'sending to client'], keys: [...requests, ', context: ngx.timer'] }],
  ['lua-timer', lua('ngx.timer')],
  ['lua-ssl-cert', lua('ssl_certificate_by_lua*')],
  ['lua-ssl-fetch', lua('ssl_session_fetch_by_lua*')],
  ['lua-ssl-store', lua('ssl_session_store_by_lua*')],
  ['lua-ssl-hello', lua('ssl_client_hello_by_lua*')],
]);

/** True where nginx writes the connection's number before the message. */
export const hasConnection = (ctx: string): boolean => TAILS.has(ctx) && ctx !== 'resolver' && ctx !== 'syslog';

/** ` while ACTION, key: value…` as nginx writes it for a message's `ctx`; empty for `none` and `stderr`.
 * `action` takes the place of the chosen one. */
export function sampleContext(ctx: string, chooser: Chooser, action?: string): string {
  const tail = TAILS.get(ctx);
  const words = action ?? (tail ? chooser.pick(tail.actions) : '');
  const keys = tail ? chooser.pick(tail.keys) : '';
  return (words === '' ? '' : ` while ${words}`) + keys;
}
