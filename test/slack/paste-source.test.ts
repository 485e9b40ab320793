import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createPasteMemory } from '../../src/slack/recall/paste-memory.ts';
import { parseValue, toInlineSource, toValue } from '../../src/slack/recall/paste-source.ts';
import { newRow, parseBlockId, toBlockId } from '../../src/slack/views/row-state.ts';

describe('what a button remembers', () => {
  test.for([
    [{ kind: 'message', channel: 'C1', ts: '1.2', thread: '1.1' }],
    [{ kind: 'message', channel: 'D1', ts: '1.2', thread: null }],
    [{ kind: 'memory', key: 'a-b' }],
    [{ kind: 'inline', paste: 'line 1\nline “2”\u0000' }],
  ] as const)('%j comes back as it was', ([source]) => {
    expect(parseValue(toValue(source))).toEqual(source);
  });

  test('any paste that fits comes back whole, and no value is over the limit of Slack', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 3_000 }), (paste) => {
        const source = toInlineSource(paste.toWellFormed());
        if (source === null) return;
        expect(toValue(source).length).toBeLessThanOrEqual(2_000);
        expect(parseValue(toValue(source))).toEqual(source);
      }),
    );
  });

  test('a paste that does not fit is not put into a button', () => {
    const noise = Array.from({ length: 60 }, (_, index) => createHash('sha256').update(`${index}`).digest('hex')).join(
      '',
    );
    expect(toInlineSource(noise)).toBeNull();
    expect(toInlineSource('x'.repeat(200_000))).toBeNull();
  });

  test.for(['', 'm', 'm C1', 'z !', 'z', 'share', 'q 1 2'])('%j is none of our values', (value) => {
    expect(parseValue(value)).toBeNull();
  });

  test('the row of buttons knows who pressed what', () => {
    const row = { ...newRow('shared', 'U1'), pressed: ['a:b', 'c'], verdict: { says: 'fixed', by: 'U2' } } as const;
    expect(parseBlockId(toBlockId(row))).toEqual(row);
    expect(parseBlockId(toBlockId(newRow('thread')))).toEqual(newRow('thread'));
    expect(parseBlockId('b0001')).toBeNull();
  });
});

test('the memory forgets what was not used for longest when it is full', () => {
  const memory = createPasteMemory(6);
  memory.remember('a', 'aaa');
  memory.remember('b', 'bbb');
  memory.recall('a');
  memory.remember('c', 'ccc');
  expect(['a', 'b', 'c'].map(memory.recall)).toEqual(['aaa', null, 'ccc']);
});
