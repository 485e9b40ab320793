import { expect, test } from 'vitest';
import { writeIntoBlock, writeSettings } from './config-text.ts';

const SITE = `upstream shop {
    server 127.0.0.1:8080;
}

server {
    listen 80;

    location ~ "^/api/v[0-9]{1,2}/" {
        proxy_pass http://shop; # not https://shop {
        proxy_set_header Host $host;
    }
}
`;

test.for([
  ['replaces the directive of the same name', 'upstream shop', 'keepalive 4;', [], /8080;\n {4}keepalive 4;\n\}/],
  [
    'takes every *_pass for one directive',
    'location ~ "^/api/v[0-9]{1,2}/"',
    'uwsgi_pass shop;',
    [],
    /\{\n {8}uwsgi_pass shop; #/,
  ],
  [
    'keeps headers of other names',
    'location ~ "^/api/v[0-9]{1,2}/"',
    'proxy_set_header X-A "a;b";',
    [],
    /Host \$host;\n {8}proxy_set_header X-A "a;b";/,
  ],
  [
    'replaces the header of the same name',
    'location ~ "^/api/v[0-9]{1,2}/"',
    'proxy_set_header Host shop;',
    [],
    /\n {8}proxy_set_header Host shop;\n {4}\}/,
  ],
  [
    'drops what is named first',
    'upstream shop',
    'server 10.0.0.1:80;',
    ['server'],
    /shop \{\s+server 10\.0\.0\.1:80;\n\}/,
  ],
  [
    'adds a whole block',
    'server',
    'location = /x {\n    return 404;\n}',
    [],
    /\n {4}location = \/x \{\n {4}return 404;\n\}\n\}/,
  ],
] as const)('a change %s', ([, block, lines, dropped, expected]) => {
  expect(writeIntoBlock(SITE, block, lines, dropped)).toMatch(expected);
});

test('a change for a block that is not there is refused', () => {
  expect(() => writeIntoBlock(SITE, 'location /nowhere', 'return 404;')).toThrow('no block "location /nowhere"');
});

test('a setting replaces the line with its key, or is added', () => {
  expect(writeSettings('[www]\npm = static\n', 'pm = ondemand\nlisten.mode = 0660')).toBe(
    '[www]\npm = ondemand\nlisten.mode = 0660\n',
  );
});
