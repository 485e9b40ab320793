import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { configurationOf, configurationOfFile, outermost, outline } from './configuration-of.ts';

const read = (paste: string): string => outline(outermost(configurationOf(paste)));
const linesOf = (paste: string, name: string): readonly number[] =>
  configurationOf(paste)
    .all.filter((directive) => directive.name === name)
    .flatMap(({ records }) => records.flatMap(({ at }) => at));

describe('words', () => {
  test.for([
    ['quotes are no part of a word', `add_header X "a b";`, 'add_header X a b;'],
    ['the other quote stands inside quotes', `add_header X 'say "hi"';`, 'add_header X say "hi";'],
    ['a backslash hides a quote', String.raw`add_header X "a\"b";`, 'add_header X a"b;'],
    ['other backslashes stay', String.raw`location ~ \.php$ { deny all; }`, String.raw`location ~ \.php$(deny all;)`],
    ['marks inside quotes are text', `add_header X "a;b{c}d#e";`, 'add_header X a;b{c}d#e;'],
    ['a brace behind a dollar belongs to the variable', `set $a $\{host}x;`, `set $a $\{host}x;`],
    ['a quote inside a word is a character', `set $a b"c;`, 'set $a b"c;'],
    ['a hash inside a word is a character', 'set $a b#c;', 'set $a b#c;'],
    ['a comment ends with its line', 'listen 80; # not; this {', 'listen 80;'],
    ['a word may end at the brace', 'server{listen 80;}', 'server(listen 80;)'],
    ['a condition is words', 'location / { if ($a = "b") { return 403; } }', 'location /(if ($a = b )(return 403;))'],
  ])('%s', ([, text, expected]) => expect(read(text ?? '')).toBe(expected));

  test('a directive and a quoted word may span lines, and know them all', () => {
    const paste = `log_format main '$remote_addr '\n  '"$request"'\n  '$status';\nadd_header X "a\n b";`;
    expect(read(paste)).toBe(`log_format main $remote_addr  "$request" $status; add_header X a\nb;`);
    expect(linesOf(paste, 'log_format')).toEqual([1, 2, 3]);
    expect(linesOf(paste, 'add_header')).toEqual([4, 5]);
  });
});

describe('blocks', () => {
  test.for([
    [
      'rows of a map may begin with anything',
      'map $a $b {\n default 1;\n "~^x y" 2;\n "~*z{2}" 3;\n}',
      'map $a $b(default 1; ~^x y 2; ~*z{2} 3;)',
    ],
    [
      'Lua is left alone',
      'location / {\n content_by_lua_block {\n  local t = { a = "}" } -- }\n  x = [[ } ]]\n }\n proxy_pass http://a;\n}',
      'location /(content_by_lua_block() proxy_pass http://a;)',
    ],
    ['the brace may stand on the next line', 'server\n{\n listen 80;\n}', 'server(listen 80;)'],
    [
      "a third party's directive counts where it is certain",
      'location / {\n my_module on;\n}',
      'location /(my_module on;)',
    ],
  ])('%s', ([, text, expected]) => expect(read(text ?? '')).toBe(expected));

  test('a block knows whether the paste holds all of it', () => {
    const whole = (paste: string) => configurationOf(paste).all.find(({ name }) => name === 'server')?.isWhole;
    expect(whole('server {\n listen 80;\n}')).toBe(true);
    expect(whole('server {\n listen 80;')).toBe(false);
    expect(whole('server {\n listen 80;\n ...\n}')).toBe(false);
    expect(whole('server {\n listen 80;\n # ...\n}')).toBe(false);
    expect(whole('server {\n listen 80;\n and so on\n}')).toBe(false);
  });
});

describe('fragments', () => {
  test.for([
    ['lines alone', 'proxy_pass http://a;\nproxy_read_timeout 5s;', 'proxy_pass http://a; proxy_read_timeout 5s;'],
    [
      'the end of a file',
      ' proxy_pass http://a;\n }\n}\nserver {\n listen 81;\n}',
      'proxy_pass http://a; server(listen 81;)',
    ],
    [
      'the beginning of a file',
      'server {\n location / {\n  proxy_pass http://a;',
      'server(location /(proxy_pass http://a;))',
    ],
    [
      'braces that were not pasted',
      'server {\n location / {\n  proxy_pass http://a;\nserver {\n listen 81;\n}',
      'server(location /(proxy_pass http://a;)) server(listen 81;)',
    ],
    [
      'a log line between',
      'server {\n listen 80;\n2026/11/22 10:15:42 [error] 7#7: *1 x\nlocation / { deny all; }',
      'server(listen 80;) location /(deny all;)',
    ],
    [
      'prose around',
      'our server is slow, the location is /api\nhere is the config:\nlocation /api {\n deny all;\n}\nplease help',
      'location /api(deny all;)',
    ],
    ['a missing semicolon', 'server {\n listen 80\n server_name a;\n}', 'server(listen 80; server_name a;)'],
    ['a missing semicolon before the brace', 'location / {\n deny all\n}', 'location /(deny all;)'],
    ['a quote that nothing closes', 'server {\n add_header X "a;\n listen 80;\n}', 'server(listen 80;)'],
    ["another program's file", 'user = www-data\nlisten = /run/php.sock\n; comment\nlisten.owner = www-data', ''],
    ['another language', 'if (x) {\n return res.json(a);\n}\nserver.listen(80);\nset names utf8;', ''],
    ['YAML', 'server:\n  listen: 80\nevents: []', ''],
  ])('reads %s', ([, text, expected]) => expect(read(text ?? '')).toBe(expected));

  test('a directive without its semicolon is marked', () => {
    const { all } = configurationOf('server {\n listen 80\n server_name a;\n}');
    expect(all.map(({ name, isTerminated }) => [name, isTerminated])).toEqual([
      ['server', true],
      ['listen', false],
      ['server_name', true],
    ]);
  });
});

describe('nginx -T', () => {
  const DUMP = `# configuration file /etc/nginx/nginx.conf:
events { }
http {
  include mime.types;
  include /etc/nginx/conf.d/*.conf;
}
# configuration file /etc/nginx/conf.d/app.conf:
server {
  include snippets/p?oxy.conf;
}
# configuration file /etc/nginx/snippets/proxy.conf:
proxy_read_timeout 5s;`;

  test('puts included files in their places, and leaves those that were not pasted', () => {
    expect(read(DUMP)).toBe('events() http(include mime.types; server(proxy_read_timeout 5s;))');
  });

  test('knows the file and the pasted lines', () => {
    const found = configurationOf(DUMP).all.find(({ name }) => name === 'proxy_read_timeout');
    expect(found).toMatchObject({ file: '/etc/nginx/snippets/proxy.conf', records: [{ at: [12] }] });
  });

  test('ends where files include each other', () => {
    const paste = `# configuration file /etc/nginx/a.conf:\ninclude b.conf;\n# configuration file /etc/nginx/b.conf:\ninclude a.conf; include b.conf;`;
    expect(read(paste)).toBe('include a.conf; include b.conf;');
  });

  test('ends where includes would multiply without end', () => {
    const files = Array.from(
      { length: 30 },
      (_, at) => `# configuration file /etc/nginx/${at}.conf:\n${`include ${at + 1}.conf; `.repeat(8)}\nlisten ${at};`,
    );
    expect(configurationOf(files.join('\n')).all.length).toBeLessThan(200_000);
  });
});

test('a printed tree is read as it was, however it is spaced', () => {
  const word = fc.stringMatching(/^[a-z0-9$/.:=*^~-]{1,12}$/).filter((text) => !/^[=:]|^[.]{3}/.test(text));
  const argument = fc.oneof(
    word,
    fc.string({ minLength: 0, maxLength: 8, unit: fc.constantFrom('a', ' ', ';', '{', '}', '#', "'", '\\') }),
  );
  const space = fc.constantFrom(' ', '  ', '\n', ' \n  ');
  const quote = (text: string) =>
    /^[^\s;{}#'"\\]+$/.test(text) ? text : `"${text.replace(/["\\]/g, String.raw`\$&`)}"`;
  const leaf = fc.tuple(
    fc.constantFrom('add_header', 'proxy_pass', 'set'),
    fc.array(argument, { minLength: 1, maxLength: 4 }),
  );
  const tree = fc.letrec<{ block: readonly unknown[]; item: unknown }>((tie) => ({
    block: fc.array(tie('item'), { maxLength: 4 }),
    item: fc.oneof(
      // what lies deeper than forty blocks is left out
      { depthSize: 'small', maxDepth: 30 },
      leaf,
      fc.tuple(fc.constant('location'), fc.array(word, { minLength: 1, maxLength: 2 }), tie('block')),
    ),
  }));
  type Item = readonly [string, readonly string[], (readonly Item[])?];
  const print = ([name, args, inside]: Item, gap: string): string =>
    `${[name, ...args.map(quote)].join(gap)}${inside ? `${gap}{\n${inside.map((item) => print(item, gap)).join('\n')}\n}` : ';'}`;
  const expected = ([name, args, inside]: Item): string =>
    `${[name, ...args].join(' ')}${inside ? `(${inside.map(expected).join(' ')})` : ';'}`;
  fc.assert(
    fc.property(tree.block, space, (items, gap) => {
      const all = items as readonly Item[];
      expect(
        outline(
          outermost(configurationOfFile(`server {\n${all.map((item) => print(item, gap)).join('\n')}\n}`)),
        ).replace(/\s+/g, ' '),
      ).toBe(`server(${all.map(expected).join(' ')})`.replace(/\s+/g, ' '));
    }),
  );
});

test('whatever is pasted, reading ends and throws nothing', () => {
  const piece = fc.constantFrom(
    'server',
    '{',
    '}',
    ';',
    '"',
    "'",
    '\n',
    ' ',
    '#',
    'map a',
    'include',
    '\\',
    '$',
    'content_by_lua_block {',
    '--[[',
    'location /',
  );
  fc.assert(fc.property(fc.array(piece, { maxLength: 80 }), (pieces) => void configurationOf(pieces.join(''))));
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void configurationOf(text)));
});

test('deep nesting, long words and many open quotes are survived', () => {
  expect(configurationOf('location / {\n'.repeat(5_000)).all.length).toBeLessThan(100);
  expect(configurationOf(`server {\n${'add_header X "a\n'.repeat(5_000)}\n}`).all.length).toBeGreaterThan(0);
  expect(configurationOf(`set $a ${'b'.repeat(100_000)};`).all).toHaveLength(1);
});
