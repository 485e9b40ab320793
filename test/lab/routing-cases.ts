/** A configuration with requests to it. In it `HERE` stands for a `return` that tells its own line, `A` and `B` for free ports. */
export interface RoutingCase {
  readonly name: string;
  readonly config: string;
  /** `METHOD`-less request lines: `path`, `path host`, `path host address`, `path host address port` (`A` or `B`). */
  readonly requests: readonly string[];
}

/** What decides between locations and between servers, each once. */
export const ROUTING_CASES: readonly RoutingCase[] = [
  {
    name: 'exact, firm prefix, expressions in order, longest prefix',
    config: `server {
  listen A;
  location = / { HERE }
  location / { HERE }
  location /documents/ { HERE }
  location ^~ /images/ { HERE }
  location ~* \\.(gif|jpg|jpeg)$ { HERE }
  location ~ \\.jpg$ { HERE }
  location =/exact { HERE }
  location ~/no-space/ { HERE }
  location "/with space/" { HERE }
}`,
    requests: [
      '/',
      '/index.html',
      '/documents/document.html',
      '/images/1.gif',
      '/documents/1.jpg',
      '/documents/1.JPG',
      '/exact',
      '/exact/',
      '/a/no-space/b',
      '/with%20space/x',
      '/documents',
      '/?x=/images/',
    ],
  },
  {
    name: 'nested locations',
    config: `server {
  listen A;
  location /a/ {
    location /a/b/ { HERE }
    location = /a/e { HERE }
    location ~ \\.txt$ { HERE }
    HERE
  }
  location ^~ /f/ {
    location ~ \\.txt$ { HERE }
    location /f/g/ { HERE }
    HERE
  }
  location ~ \\.txt$ { HERE }
  location ~ ^/r/ {
    location ~ \\.php$ { HERE }
    HERE
  }
  location ~ b { HERE }
}`,
    requests: [
      '/a/x',
      '/a/b/x',
      '/a/b/x.txt',
      '/a/e',
      '/a/x.txt',
      '/f/x.txt',
      '/f/x',
      '/f/g/x.txt',
      '/f/b',
      '/x.txt',
      '/r/a.php',
      '/r/a.txt',
      '/a/bb',
    ],
  },
  {
    name: 'paths as clients write them',
    config: `server {
  listen A;
  location /a/b { HERE }
  location /c%20d { HERE }
  location "/c d" { HERE }
  location /\u00e9 { HERE }
  location / { HERE }
}`,
    requests: [
      '//a///b',
      '/x/../a/b',
      '/a/./b',
      '/%61/b',
      '/a%2Fb',
      '/c%20d',
      '/c%2520d',
      '/%C3%A9',
      '/a/b#c',
      '/a/b/..',
      '/A/b',
    ],
  },
  {
    name: 'a path that is not merged',
    config: `server {
  listen A;
  merge_slashes off;
  location /a/b { HERE }
  location / { HERE }
}`,
    requests: ['//a/b', '/a//b', '/a/b'],
  },
  {
    name: 'the slash at the end',
    config: `server {
  listen A;
  location /pass/ { proxy_pass http://127.0.0.1:1; }
  location /both/ { proxy_pass http://127.0.0.1:1; }
  location = /both { HERE }
  location /plain/ { HERE }
  location / { HERE }
}`,
    requests: ['/pass', '/both', '/plain', '/passing'],
  },
  {
    name: 'names of servers',
    config: `server { listen A; server_name first.example; HERE }
server { listen A; server_name exact.example alias.example; HERE }
server { listen A; server_name *.wild.example; HERE }
server { listen A; server_name *.deep.wild.example; HERE }
server { listen A; server_name .dotted.example; HERE }
server { listen A; server_name mail.*; HERE }
server { listen A; server_name mail.long.*; HERE }
server { listen A; server_name ~^www\\d+\\.example$; HERE }
server { listen A; server_name ~^(?<sub>.+)\\.named\\.example$; HERE }
server { listen A; server_name "~^UP\\.example$"; HERE }
server { listen A default_server; server_name _; HERE }
server { listen A; server_name ""; HERE }`,
    requests: [
      '/ first.example',
      '/ FIRST.example',
      '/ exact.example:A',
      '/ alias.example.',
      '/ a.wild.example',
      '/ a.b.wild.example',
      '/ a.deep.wild.example',
      '/ wild.example',
      '/ dotted.example',
      '/ x.dotted.example',
      '/ mail.anything.org',
      '/ mail.long.org',
      '/ mail',
      '/ www12.example',
      '/ x.named.example',
      '/ up.example',
      '/ nobody.example',
      '/ -',
    ],
  },
  {
    name: 'addresses and ports',
    config: `server { listen A; server_name one.example; HERE }
server { listen 127.0.0.2:A; server_name two.example; HERE }
server { listen 127.0.0.2:A; server_name three.example; HERE }
server { listen B; server_name one.example; HERE }
server { listen B default_server; listen A; server_name four.example; HERE }`,
    requests: [
      '/ one.example 127.0.0.1 A',
      '/ two.example 127.0.0.1 A',
      '/ one.example 127.0.0.2 A',
      '/ three.example 127.0.0.2 A',
      '/ one.example 127.0.0.1 B',
      '/ five.example 127.0.0.1 B',
      '/ four.example 127.0.0.1 A',
      '/ five.example 127.0.0.1 A',
    ],
  },
  {
    name: 'rewrites on the level of the server',
    config: `server {
  listen A;
  rewrite ^/old/(.*)$ /new/$1 last;
  rewrite ^/one/(\\w+)/two /$1/$1;
  location /new/ { HERE }
  location /x/x { HERE }
  location /old/ { HERE }
  location / { HERE }
}`,
    requests: ['/old/a', '/one/x/two', '/one/y/two', '/older'],
  },
];
