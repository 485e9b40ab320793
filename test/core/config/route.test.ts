import { describe, expect, test } from 'vitest';
import { createRouteFinder, type LoggedPlace } from '../../../src/core/config/find-routes.ts';
import { createPatterns } from '../../../src/core/config/patterns.ts';
import type { Route } from '../../../src/core/config/route.ts';
import { configurationOf } from './configuration-of.ts';

const PLACE: LoggedPlace = { server: 'a.example', host: 'a.example', uri: '/', upstream: null, isSecure: false };

function routeOf(config: string, place: Partial<LoggedPlace> = {}): Route | null {
  return createRouteFinder(configurationOf(config), createPatterns())({ ...PLACE, ...place });
}

/** `location /a/ > proxy_pass http://b`, with a question mark where the paste leaves it open. */
function wayOf(config: string, place: Partial<LoggedPlace> = {}): string | null {
  const route = routeOf(config, place);
  if (!route) return null;
  const steps = [
    ...route.levels.filter(({ name }) => name !== 'server').toReversed(),
    route.pass?.directive,
    route.upstream,
  ];
  const names = steps.flatMap((step) => (step ? [[step.name, ...step.args].join(' ')] : []));
  return `${names.join(' > ')}${route.isCertain ? '' : ' ?'}`;
}

const server = (...lines: readonly string[]) => `server {\nlisten 80;\nserver_name a.example;\n${lines.join('\n')}\n}`;

describe('the way to a pass', () => {
  test.for<readonly [string, string, Partial<LoggedPlace>, string]>([
    [
      'leads through the upstream group',
      `upstream app { server 127.0.0.1:3000; }\n${server('location / { proxy_pass http://app; }')}`,
      {},
      'location / > proxy_pass http://app > upstream app',
    ],
    [
      'follows try_files to the location of the logged upstream',
      server(
        'location / { try_files $uri $uri/ /index.php?$args; }',
        'location ~ \\.php$ { fastcgi_pass unix:/run/php.sock; }',
      ),
      { uri: '/orders/7', upstream: 'fastcgi://unix:/run/php.sock:' },
      'location ~ \\.php$ > fastcgi_pass unix:/run/php.sock',
    ],
    [
      'follows the index of a directory',
      server(
        'index index.html index.php;',
        'location ~ \\.php$ { fastcgi_pass 127.0.0.1:9000; }',
        'location / { root /srv; }',
      ),
      { upstream: 'fastcgi://127.0.0.1:9000' },
      'location ~ \\.php$ > fastcgi_pass 127.0.0.1:9000',
    ],
    [
      'follows a named location',
      server('location / { try_files $uri @app; }', 'location @app { proxy_pass http://127.0.0.1:3000; }'),
      { uri: '/a', upstream: 'http://127.0.0.1:3000/a' },
      'location @app > proxy_pass http://127.0.0.1:3000',
    ],
    [
      'follows a rewrite with its captures',
      server(
        'location /old/ { rewrite ^/old/(.*)$ /new/$1 last; }',
        'location /new/ { proxy_pass http://127.0.0.1:3000; }',
      ),
      { uri: '/old/x', upstream: 'http://127.0.0.1:3000/new/x' },
      'location /new/ > proxy_pass http://127.0.0.1:3000',
    ],
    [
      'enters an if that has the pass',
      server(
        'location / {',
        'if ($http_upgrade) { proxy_pass http://127.0.0.1:4000; }',
        'proxy_pass http://127.0.0.1:3000;',
        '}',
      ),
      { upstream: 'http://127.0.0.1:4000/' },
      'location / > if ($http_upgrade) > proxy_pass http://127.0.0.1:4000',
    ],
    [
      'stays in the first location where the log names no upstream',
      server('location / { try_files $uri @app; }', 'location @app { proxy_pass http://127.0.0.1:3000; }'),
      { uri: '/a' },
      'location /',
    ],
    [
      'is the subrequest’s for a subrequest',
      server('location / { proxy_pass http://127.0.0.1:1; }', 'location = /auth { proxy_pass http://127.0.0.1:2; }'),
      { uri: '/auth', upstream: 'http://127.0.0.1:2/auth' },
      'location = /auth > proxy_pass http://127.0.0.1:2',
    ],
    [
      'is open where an expression is beyond us',
      server('location ~ ^/(?!x) { proxy_pass http://127.0.0.1:1; }', 'location / { proxy_pass http://127.0.0.1:2; }'),
      {},
      'location / > proxy_pass http://127.0.0.1:2 ?',
    ],
    [
      'is open where the location alone was pasted',
      'location /api/ { proxy_pass http://127.0.0.1:2; }',
      { uri: '/api/x' },
      'location /api/ > proxy_pass http://127.0.0.1:2 ?',
    ],
    [
      'is open where the only server has another name',
      server('location / { proxy_pass http://127.0.0.1:2; }'),
      { server: 'masked.example', host: 'masked.example' },
      'location / > proxy_pass http://127.0.0.1:2 ?',
    ],
  ])('%s', ([, config, place, expected]) => expect(wayOf(config, place)).toBe(expected));
});

describe('the server', () => {
  const TWO = `${server('return 301 https://$host$request_uri;')}\nserver {\nlisten 443 ssl;\nserver_name a.example;\nlocation / { proxy_pass http://127.0.0.1:3000; }\n}`;
  const lineOf = (config: string, place: Partial<LoggedPlace>) =>
    routeOf(config, place)?.server.records[0]?.at[0] ?? null;

  test.for<readonly [string, string, Partial<LoggedPlace>, number | null]>([
    ['whose pass can have reached the upstream', TWO, { upstream: 'http://127.0.0.1:3000/' }, 6],
    ['whose port the client named', TWO, { host: 'a.example:443' }, 6],
    ['that speaks TLS where the log tells it', TWO, { isSecure: true }, 6],
    [
      'that nginx logs by its first name',
      `${server()}\nserver { listen 80; server_name b.example a.example; }`,
      { server: 'b.example' },
      6,
    ],
    ['without a name', `${server()}\nserver { listen 80; }`, { server: '', host: 'other' }, 6],
    [
      'of a listen address, before there is a request',
      `server { listen 443; }\nserver { listen 80; }`,
      { server: '0.0.0.0:80', host: null, uri: null },
      2,
    ],
    [
      'that is the default of the address',
      `server { listen 80; }\nserver { listen 80 default_server; }`,
      { server: '0.0.0.0:80', host: null, uri: null },
      2,
    ],
    [
      'of the stream module',
      `stream {\nserver { listen 53; proxy_pass 10.0.0.1:53; }\n}`,
      { server: '0.0.0.0:53', host: null, uri: null, upstream: '10.0.0.1:53' },
      2,
    ],
    [
      'of several with other names is none',
      `${server()}\n${server().replace('a.example', 'b.example')}`,
      { server: 'c.example' },
      null,
    ],
  ])('%s', ([, config, place, line]) => expect(lineOf(config, place)).toBe(line));
});

describe('a pass that the log contradicts', () => {
  const fits = (pass: string, upstream: string, before = '') =>
    routeOf(`${before}\n${server(`location / { ${pass}; }`)}`, { upstream })?.fitsLog;

  test.for([
    ['another address', 'proxy_pass http://10.0.0.1:80', 'http://10.0.0.2:80/', '', false],
    ['another port', 'proxy_pass http://app:8080', 'http://10.0.0.2:8081/', '', false],
    ['another scheme', 'proxy_pass https://10.0.0.1', 'http://10.0.0.1:443/', '', false],
    ['another socket', 'fastcgi_pass unix:/a.sock', 'fastcgi://unix:/b.sock:', '', false],
    [
      'no server of the group',
      'proxy_pass http://g',
      'http://10.0.0.9:80/',
      'upstream g { server 10.0.0.1; server 10.0.0.2; }',
      false,
    ],
    ['a name may be any address', 'proxy_pass http://app:8080', 'http://10.0.0.2:8080/', '', true],
    ['the default port', 'proxy_pass http://10.0.0.1', 'http://10.0.0.1:80/', '', true],
    [
      'a server of the group',
      'proxy_pass http://g',
      'http://10.0.0.2:80/',
      'upstream g { server 10.0.0.1; server 10.0.0.2; }',
      true,
    ],
    ['the name of the group', 'proxy_pass http://g', 'http://g/', 'upstream g { server 10.0.0.1; }', true],
    ['a variable', 'proxy_pass http://$x', 'http://10.0.0.2:80/', '', true],
  ] as const)('%s', ([, pass, upstream, before, expected]) => expect(fits(pass, upstream, before)).toBe(expected));
});
