import { describe, expect, test } from 'vitest';
import { findActions } from '../../scripts/messages/actions.ts';
import { scanTree } from '../../scripts/messages/scan.ts';
import { ovenTree } from './oven-tree.ts';

const { messages, unread } = scanTree(ovenTree());
const find = (template: string) => messages.filter((message) => message.template === template);

describe('the scanner', () => {
  test.for<[string, string]>([
    ['joined literals and macros', 'open_oven() "%s" failed'],
    ['a variable set before a jump', 'nothing to bake'],
    ['a variable set at last', 'flour "type 0" missing'],
    ['one row of a table', 'gas oven is cold'],
    ['another row of a table', 'wood oven is cold'],
    ['a wrapper’s text', 'heat() failed'],
    ['a function on one line with its type', 'alloc(%uz) failed'],
    ['a handler’s return value', '"%s" directive is too hot'],
    ['a post handler’s return value', '"%s" directive must be closed'],
  ])('finds %s', ([, template]) => {
    expect(find(template)).toHaveLength(1);
  });

  test.for<[string, string]>([
    ['in a comment', 'no'],
    ['below #if 0', 'never compiled'],
  ])('leaves out what stands %s', ([, template]) => {
    expect(find(template)).toEqual([]);
  });

  test('fills in the words that nginx takes from elsewhere, and keeps the frame as abstract', () => {
    expect(find('no kitchen in oven "%V"')).toMatchObject([{ base: '%s in oven "%V"', abstract: false, inFile: true }]);
    expect(find('no street in oven "%V"')).toHaveLength(1);
    expect(find('%s in oven "%V"')).toMatchObject([{ abstract: true }]);
  });

  test('fills in both sides of a choice', () => {
    expect(find('loaf %V is burnt')).toHaveLength(1);
    expect(find('loaf %V is raw')).toHaveLength(1);
  });

  test('knows on which system a text is written', () => {
    expect(find('open_oven() "%s" failed')).toMatchObject([{ platform: 'any' }]);
    expect(find('OpenOven() "%s" failed')).toMatchObject([{ platform: 'win32' }]);
    expect(find('oven on Windows')).toMatchObject([{ platform: 'win32' }]);
    expect(find('oven elsewhere')).toMatchObject([{ platform: 'any' }]);
  });

  test('reads level, errno, OpenSSL’s queue, function and line', () => {
    expect(find('open_oven() "%s" failed')).toMatchObject([
      { level: 'alert', errno: 'ngx_errno', ssl: false, function: 'ngx_oven_bake', line: 36 },
    ]);
    expect(find('seal("%V") failed')).toMatchObject([{ level: 'emerg', errno: null, ssl: true }]);
    expect(find('heat() failed')).toMatchObject([{ level: 'variable', levels: ['info', 'error', 'alert'] }]);
    expect(find('loaf %V is %s')).toMatchObject([{ level: 'variable', levels: ['info', 'warn'] }]);
    expect(find('alloc(%uz) failed')).toMatchObject([{ function: 'ngx_oven_alloc', errno: 'NGX_ETIMEDOUT' }]);
  });

  test('names the directives that a handler serves', () => {
    expect(find('"%s" directive is too hot')).toMatchObject([{ directives: ['oven_heat'], level: 'emerg' }]);
    expect(find('"%s" directive must be closed')).toMatchObject([{ directives: ['oven_door'] }]);
  });

  test('says which calls it could not read', () => {
    expect(unread).toMatchObject([{ logger: 'ngx_log_error', function: 'ngx_oven_bake' }]);
  });

  test('finds actions', () => {
    expect(findActions(ovenTree())).toEqual([
      { action: 'baking bread', file: 'src/oven/ngx_oven.c', function: 'ngx_oven_bake', line: 33 },
    ]);
  });
});
