import { getDirectives } from '@nginx/reference-lib';
import { describe, expect, test } from 'vitest';
import { fulfils, parseCondition } from '../../../src/core/config/condition.ts';
import { createRouteFinder } from '../../../src/core/config/find-routes.ts';
import { valueOn } from '../../../src/core/config/in-force.ts';
import { type MeasureKind, parseMeasure } from '../../../src/core/config/measure.ts';
import { createPatterns } from '../../../src/core/config/patterns.ts';
import { defaultOf, toReference } from '../../../src/core/config/reference.ts';
import { configurationOf } from './configuration-of.ts';

const reference = toReference(getDirectives().map((directive) => ({ ...directive, takes: null })));

/** The value that holds for `GET /` on a.example, its arguments joined; null where it can't be told. */
function valueFor(name: string, config: string, version: string | null = null): string | null {
  const configuration = configurationOf(config);
  const place = { server: 'a.example', host: 'a.example', uri: '/x', upstream: null, isSecure: false };
  const route = createRouteFinder(configuration, createPatterns())(place);
  const value = route && valueOn(route, name, { configuration, reference, version });
  return (
    value &&
    [value.args, ...value.directives.slice(0, -1).map(({ args }) => args)].map((args) => args.join(' ')).join(' | ')
  );
}

const site = (inServer: string, inLocation: string) =>
  `server {\nlisten 80;\nserver_name a.example;\n${inServer}\nlocation / {\nproxy_pass http://app;\n${inLocation}\n}\n}`;

describe('a value', () => {
  test.for([
    [
      'of the location hides that of the server',
      'proxy_read_timeout',
      site('proxy_read_timeout 5s;', 'proxy_read_timeout 7s;'),
      '7s',
    ],
    ['is inherited from the server', 'proxy_read_timeout', site('proxy_read_timeout 5s;', ''), '5s'],
    ['is inherited from http', 'proxy_read_timeout', `http {\nproxy_read_timeout 4s;\n${site('', '')}\n}`, '4s'],
    ['is the default where nothing is set', 'proxy_read_timeout', site('', ''), '60s'],
    [
      'stays unknown behind an include that was not pasted',
      'proxy_read_timeout',
      site('include common.conf;', ''),
      null,
    ],
    [
      'does not depend on files that hold something else',
      'proxy_read_timeout',
      site('include mime.types;', 'include fastcgi_params;'),
      '60s',
    ],
    ['stays unknown where the paste was shortened', 'proxy_read_timeout', site('...', ''), null],
    ['stays unknown where http was pasted in part', 'proxy_read_timeout', `http {\n${site('', '')}\n`, null],
    [
      'of a list is all or nothing of a level',
      'proxy_set_header',
      site('proxy_set_header A a;', 'proxy_set_header B b;'),
      'B b',
    ],
    [
      'of a list is inherited as a whole',
      'proxy_set_header',
      site('proxy_set_header A a;\nproxy_set_header B b;', ''),
      'B b | A a',
    ],
    ['of try_files is not inherited', 'try_files', site('try_files $uri =404;', ''), null],
    [
      'of the group is found in the group',
      'keepalive',
      `upstream app {\nserver 10.0.0.1;\nkeepalive 8;\n}\n${site('', '')}`,
      '8',
    ],
    ['of the main level needs the main level', 'worker_connections', site('', ''), null],
    [
      'of events is found there',
      'worker_connections',
      `events { worker_connections 99; }\nhttp {\n${site('', '')}\n}`,
      '99',
    ],
  ] as const)('%s', ([, name, config, expected]) => expect(valueFor(name, config)).toBe(expected));

  test('that releases changed needs the release', () => {
    expect(valueFor('proxy_http_version', site('', ''))).toBeNull();
    expect(valueFor('proxy_http_version', site('', ''), '1.29.6')).toBe('1.0');
    expect(valueFor('proxy_http_version', site('', ''), '1.29.7')).toBe('1.1');
    expect(defaultOf('ssl_protocols', '1.22.1', reference)).toBe('TLSv1 TLSv1.1 TLSv1.2');
    expect(defaultOf('ssl_protocols', '1.24.0', reference)).toBe('TLSv1 TLSv1.1 TLSv1.2 TLSv1.3');
    expect(defaultOf('ssl_protocols', '1.28.0', reference)).toBe('TLSv1.2 TLSv1.3');
    expect(defaultOf('proxy_buffer_size', null, reference)).toBe('4k');
    expect(defaultOf('proxy_pass', null, reference)).toBeNull();
  });
});

test.for<readonly [string, MeasureKind, number | null]>([
  ['60', 'time', 60],
  ['1m', 'time', 60],
  ['1m30s', 'time', 90],
  ['1h 30m', 'time', 5_400],
  ['500ms', 'time', 0.5],
  ['1m', 'size', 1_048_576],
  ['8K', 'size', 8_192],
  ['16', 'number', 16],
  ['16k', 'number', null],
  ['$x', 'time', null],
  ['', 'time', null],
  ['off', 'size', null],
])('%s as a %s', ([text, kind, expected]) => expect(parseMeasure(text, kind)).toBe(expected));

describe('a condition', () => {
  const holds = (text: string, args: readonly string[], kind: MeasureKind | null) => {
    const condition = parseCondition(text);
    return condition && fulfils(args, condition, kind);
  };

  test.for<readonly [string, readonly string[], MeasureKind | null, boolean]>([
    ['proxy_read_timeout<60s', ['59'], 'time', true],
    ['proxy_read_timeout<60s', ['1m'], 'time', false],
    ['proxy_read_timeout<=60s', ['1m'], 'time', true],
    ['proxy_read_timeout>60s', ['$t'], 'time', false],
    ['keepalive=0', ['0'], 'number', true],
    ['keepalive!=0', ['8', 'local'], 'number', true],
    ['proxy_next_upstream=error timeout', ['error', 'timeout'], null, true],
    ['proxy_next_upstream~http_', ['error', 'http_502'], null, true],
    ['deny=all', ['192.0.2.1'], null, false],
    ['deny!=all', ['$x'], null, false],
  ])('%s for %s', ([text, args, kind, expected]) => expect(holds(text, args, kind)).toBe(expected));

  test.for(['', 'proxy_read_timeout', 'Proxy<1', '<1', 'a b<1', 'x<'])('"%s" is none', (text) => {
    expect(parseCondition(text)).toBeNull();
  });
});
