import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readCatalogue, writeCatalogue } from '../../scripts/messages/catalogue-file.ts';
import { compareCatalogue, recallOf } from '../../scripts/messages/compare.ts';
import { scanTree } from '../../scripts/messages/scan.ts';
import { updateCatalogue } from '../../scripts/messages/update.ts';
import type { Message } from '../../src/core/message.ts';
import { ovenText, ovenTree } from './oven-tree.ts';

const FIRST = { release: '1.0.0', before: '1.0.0' };
const NEXT = { release: '1.2.0', before: '1.0.0' };
const read = (oven: string, known: readonly Message[], releases = NEXT) =>
  updateCatalogue(compareCatalogue(known, scanTree(ovenTree(oven)).messages), [], releases);
const { current } = read(ovenText(), [], FIRST);
const byTemplate = (messages: readonly Message[], template: string) =>
  messages.filter((message) => message.template === template);

describe('bringing the catalogue to a release', () => {
  test('changes nothing when the source is the same', () => {
    const again = read(ovenText(), current);
    expect(again.current).toEqual(current);
    expect([again.added, again.removed, again.legacy]).toEqual([[], [], []]);
  });

  test('moves lines along and keeps ids', () => {
    const moved = read(`\n\n${ovenText()}`, current);
    const [before] = byTemplate(current, 'seal("%V") failed');
    expect(byTemplate(moved.current, 'seal("%V") failed')).toEqual([{ ...before, line: (before?.line ?? 0) + 2 }]);
  });

  test('notes since when a new message is written, and where it belongs', () => {
    const { added } = read(
      ovenText().replace('"oven elsewhere")', '"oven elsewhere"); ngx_log_error(NGX_LOG_WARN, log, 0, "oven is new")'),
      current,
    );
    expect(added).toMatchObject([
      { template: 'oven is new', since: '1.2.0', level: 'warn', function: 'ngx_oven_bake' },
    ]);
  });

  test('moves a removed message to the legacy catalogue with the last release that had it', () => {
    const { current: after, legacy } = read(ovenText().replace('"oven elsewhere"', '"oven anywhere"'), current);
    expect(byTemplate(after, 'oven elsewhere')).toEqual([]);
    expect(legacy).toMatchObject([{ template: 'oven elsewhere', last_seen: '1.0.0' }]);
  });

  test('forgets a place when another still writes the same text', () => {
    const twice = ovenText().replace(
      '"oven elsewhere")',
      '"oven elsewhere");\n ngx_log_error(NGX_LOG_CRIT, log, 0, "oven elsewhere")',
    );
    const twins = read(twice, [], FIRST).current;
    const group = byTemplate(twins, 'oven elsewhere').map(({ twin_group }) => twin_group);
    expect(group).toHaveLength(2);
    expect(new Set(group).size).toBe(1);
    expect(read(ovenText(), twins).legacy).toEqual([]);
  });

  test('keeps what people judged', () => {
    const judged = current.map((message): Message => ({ ...message, common: true }));
    expect(read(ovenText(), judged).current.every(({ common }) => common)).toBe(true);
  });

  test('ties a text to the frame that it fills', () => {
    const [frame] = byTemplate(current, '%s in oven "%V"');
    expect(byTemplate(current, 'no kitchen in oven "%V"')).toMatchObject([{ base: frame?.id }]);
  });

  test('keeps a message that no scan can find', () => {
    const [one] = current;
    const blind = { ...one, file: 'src/ngx_http_lua_directive.c', template: 'is duplicate' };
    if (!one) throw new Error('the fixture has messages');
    expect(byTemplate(read(ovenText(), [...current, { ...one, ...blind }]).current, 'is duplicate')).toHaveLength(1);
  });
});

test('the recall counts distinct templates and places', () => {
  const [one] = current;
  if (!one) throw new Error('the fixture has messages');
  const known = [...current, { ...one, id: 'lost', template: 'lost text' }];
  const recall = recallOf(known, compareCatalogue(known, scanTree(ovenTree()).messages));
  expect(recall.places).toEqual({ found: current.length, of: current.length + 1 });
  expect(recall.templates.of - recall.templates.found).toBe(1);
});

test('what the catalogue holds whole is not taken apart', () => {
  const whole = current.filter(({ base }) => base === undefined).map(({ abstract, ...message }): Message => message);
  const { additional } = compareCatalogue(whole, scanTree(ovenTree()).messages);
  expect(additional).toEqual([]);
});

test('a catalogue is written one record a line and reads back the same', () => {
  const directory = mkdtempSync(join(tmpdir(), 'catalogue-'));
  try {
    const file = join(directory, 'oven.json');
    writeCatalogue(file, current.toReversed());
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
    expect(lines).toHaveLength(current.length + 2);
    expect(
      readCatalogue(file)
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual(current.map(({ id }) => id).toSorted());
  } finally {
    rmSync(directory, { recursive: true });
  }
});
