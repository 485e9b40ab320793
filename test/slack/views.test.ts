import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ChangeKind } from '../../src/core/case/case-change.ts';
import type { Reply } from '../../src/core/reply/reply.ts';
import type { FixVerdict } from '../../src/core/verdict/fix-verdict.ts';
import { checkMessage, checkView } from '../../src/slack/outgoing/check-payload.ts';
import { escapeText, type OutgoingMessage } from '../../src/slack/outgoing/message.ts';
import { textOfBlocks } from '../../src/slack/outgoing/text-of-blocks.ts';
import { toAppliedAnswer } from '../../src/slack/views/applied-answer.ts';
import { toFullAnswer } from '../../src/slack/views/full-answer.ts';
import { toHelp } from '../../src/slack/views/help.ts';
import { toPasteModal } from '../../src/slack/views/paste-modal.ts';
import { newRow } from '../../src/slack/views/row-state.ts';
import { toShortAnswer } from '../../src/slack/views/short-answer.ts';
import { toVerifyAnswer } from '../../src/slack/views/verify-answer.ts';
import { checkBlocks } from '../fake-slack/check-blocks.ts';
import { liveMarkup } from '../fake-slack/live-markup.ts';
import { someCause, someEvidence, someFinding, someReply } from './replies.ts';

const THREAD = { row: newRow('thread'), source: 'm C1 1.1 ', notices: [] };
const shortText = (reply: Reply) => textOfBlocks(toShortAnswer(reply, THREAD).blocks);
const decided = (confidence: 'confirmed' | 'likely') => {
  const first = someCause('first', 'v', { confidence, evidence: [someEvidence(9, '[CRITICAL] WORKER TIMEOUT')] });
  return someReply('v', { causes: [first, someCause('second', 'v')], nextCheck: null });
};

describe('a short answer', () => {
  test('without a deciding line numbers the causes, and says which outcome of the check means which', () => {
    const text = shortText(someReply('v'));
    expect(text).toContain("One line can't tell why.");
    expect(text).toContain('1. The first cause\n2. The second cause');
    expect(text).toContain('· a stack trace → 1\n· nothing → 2');
    expect(text).toContain('If it is 1: Fix the first one');
    expect(text).toContain('nothing here is confirmed');
  });

  test('with a deciding line says why, quotes it, and gives the whole first fix with its risk and undo', () => {
    const text = shortText(decided('confirmed'));
    expect(text).toContain('Why: The first cause — confirmed');
    expect(text).toContain('· line 9 [CRITICAL] WORKER TIMEOUT — it says so');
    expect(text).toContain('Do: Fix the first one — low risk');
    expect(text).toContain("    systemctl status 'v'");
    expect(text).toContain('    proxy_pass v;');
    expect(text).toContain('Undo: Write it back.');
    expect(text).not.toContain('nothing here is confirmed');
  });

  test('says which fix was not tried by us, and why', () => {
    const cause = someCause('first', 'v');
    const fixes = cause.fixes.map((fix) => ({ ...fix, unconfirmed: 'it needs a full disk.' }));
    const causes = [{ ...cause, confidence: 'confirmed' as const, fixes }];
    expect(shortText(someReply('v', { causes, nextCheck: null }))).toContain('Not tried by us: it needs a full disk.');
    expect(shortText(decided('confirmed'))).not.toContain('Not tried by us');
  });

  test('never calls a likely cause confirmed', () => {
    expect(shortText(decided('likely'))).toContain('Why: The first cause — likely');
    expect(shortText(decided('likely'))).toContain('nothing here is confirmed');
  });

  test('always has the verification, with what it prints when it is fixed', () => {
    expect(shortText(someReply('v'))).toContain("Verify: Ask again.\n    curl 'v'\nFixed when: It prints 200.");
  });

  test('shows what speaks against a cause', () => {
    const against = someCause('second', 'v', { confidence: 'unlikely', evidence: [someEvidence(1, 'v', false)] });
    const text = shortText(someReply('v', { causes: [someCause('first', 'v'), against] }));
    expect(text).toContain('Less likely: The second cause — line 1: it says so');
  });

  test('keeps the numbers of causes that it does not list', () => {
    const causes = Array.from({ length: 12 }, (_, index) => someCause(`c${index + 1}`, 'v'));
    const check = {
      id: 'c',
      do: 'Look.',
      run: 'true',
      outcomes: [
        { shows: 'x', means: ['c2', 'c12'] },
        { shows: 'y', means: [] },
      ],
    };
    const text = shortText(someReply('v', { causes, nextCheck: check }));
    expect(text).toContain('12. The c12 cause');
    expect(text).toContain('x → 2, 12');
    expect(text).toContain('y → none of these');
    expect(text).not.toContain('5. The c5 cause');
  });

  test('names a cause that it does not list where an outcome means only that one', () => {
    const causes = Array.from({ length: 12 }, (_, index) => someCause(`c${index + 1}`, 'v'));
    const outcomes = causes.slice(3).map(({ id }) => ({ shows: `shows ${id}`, means: [id] }));
    const check = {
      id: 'c',
      do: 'Look.',
      run: 'true',
      outcomes: [...outcomes, { shows: 'many', means: ['c1', 'c12'] }],
    };
    const text = shortText(someReply('v', { causes, nextCheck: check }));
    expect(text).toContain('shows c12 → 12. The c12 cause');
    expect(text).toContain('many → 1, or another');
  });

  test('leads with the first finding and says which others follow from it', () => {
    const follows = someFinding('v', { title: 'No server is left', lines: [4, 5, 6], consequenceOf: 'some-entry' });
    const reply = someReply('v');
    const text = shortText({ ...reply, answers: [...reply.answers, follows] });
    expect(text).toContain('No server is left (lines 4–6, a consequence of the above)');
  });

  test('names the lines of nginx that nobody knows', () => {
    const reply = someReply('v');
    const unknown = { lines: [7], verdict: 'unknown', entry: null, text: 'odd' } as const;
    expect(shortText({ ...reply, unknown: [unknown] })).toContain('not known to me: line 7');
  });

  test('says that something harmless is harmless, first of all, and asks for no judgement', () => {
    const message = toShortAnswer(someReply('v', { severity: 'harmless' }), THREAD);
    expect(textOfBlocks(message.blocks)).toMatch(/^# Harmless: /);
    expect(JSON.stringify(message.blocks)).not.toContain('nginx-why:fixed');
  });

  test('that is shared shows the line, which stands nowhere else, and who shared it', () => {
    const { blocks } = toShortAnswer(someReply('the pasted line'), { ...THREAD, row: newRow('shared', 'U1') });
    expect(textOfBlocks(blocks)).toContain('    the pasted line');
    expect(JSON.stringify(blocks)).toContain('{"type":"user","user_id":"U1"}');
  });

  test('tells what could not be read, in blocks and text', () => {
    const message = toShortAnswer(someReply('v'), { ...THREAD, notices: ['I could not read x.'] });
    expect(textOfBlocks(message.blocks)).toContain('I could not read x.');
    expect(message.text).toContain('I could not read x.');
  });

  test('without anything to diagnose is the friendly note', () => {
    const reply: Reply = {
      kind: 'no-log',
      headline: 'I see no log',
      summary: 'I see no log. Paste it.',
      note: 'Paste `error.log`.',
      answers: [],
      timeline: null,
      change: null,
      fixVerdicts: [],
      verdicts: [],
      unknown: [],
    };
    expect(shortText(reply)).toContain('I see no log\nPaste error.log.');
  });
});

test('the full answer holds every cause, the first ones with their steps, and all checks, myths and references', () => {
  const causes = Array.from({ length: 9 }, (_, index) => someCause(`c${index + 1}`, 'v'));
  const text = textOfBlocks(toFullAnswer(someReply('v', { causes })).blocks);
  for (const { title } of causes) expect(text).toContain(title);
  for (const { title } of causes.flatMap(({ fixes }) => fixes)) expect(text).toContain(title);
  for (const words of [
    'Read its log.',
    'A longer timeout helps — Nothing was slow.',
    'Watch it.',
    'https://nginx.example/page',
    'src/some.c',
  ]) {
    expect(text).toContain(words);
  }
});

test('the answer to Verify holds every verification and check', () => {
  const text = textOfBlocks(toVerifyAnswer(someReply('v')).blocks);
  expect(text).toContain("    curl 'v'\nFixed when: It prints 200.");
  expect(text).toContain("    journalctl -u 'v'");
});

/** The reply to a later paste. */
function changed(reply: Reply, kind: ChangeKind): Reply {
  return {
    ...reply,
    change: { kind, says: `It changed: ${reply.answers[0]?.message}`, also: ['And this.'], about: 0 },
  };
}

/** The same with a verdict that can't be given yet. */
function judged(reply: Reply): Reply {
  const value = reply.answers[0]?.message ?? '';
  const verdict: FixVerdict = {
    kind: 'not-decidable',
    entry: 'some-entry',
    title: value,
    says: `Not decidable yet: ${value}`,
    since: { at: '10:30:00', source: 'stated' },
    passed: 0,
    failed: 0,
    quotes: [
      { line: 1, text: value },
      { paste: 1, line: 2, text: '' },
    ],
    ask: { do: 'Ask again.', run: `curl '${value}'` },
  };
  return { ...changed(reply, 'same'), fixVerdicts: [verdict] };
}

describe('a follow-up', () => {
  const evidence = [
    { ...someEvidence(2, 'the new line') },
    { ...someEvidence(3, ''), quotes: [{ paste: 1, line: 3, text: '' }] },
    { ...someEvidence(4, ''), quotes: [{ paste: 1, line: 4, text: 'WORKER TIMEOUT (pid:…)' }] },
  ];
  const decided = someReply('v', {
    lines: [],
    causes: [someCause('first', 'v', { confidence: 'confirmed', evidence })],
  });

  test('begins with what changed, then quotes the lines that say so, the fix and how to verify it', () => {
    const text = shortText(changed(decided, 'decided'));
    expect(text).toMatch(/^It changed: v\nAnd this\./);
    expect(text).toContain('line 2 the new line — it says so');
    expect(text).toContain('line 3 of paste 1: it says so');
    expect(text).toContain('line 4 of paste 1 WORKER TIMEOUT (pid:…) — it says so');
    expect(text).toContain('Do: Fix the first one');
    expect(text).toContain('Verify: Ask again.');
    expect(text).not.toContain('nginx waited for an answer.');
  });

  test('about nothing new has no fix, and the command that would decide', () => {
    const text = shortText(changed(someReply('v'), 'same'));
    expect(text).not.toContain('Do: ');
    expect(text).toContain("    journalctl -u 'v'");
  });

  test('about a shifted order names it', () => {
    expect(shortText(changed(someReply('v'), 'likelier'))).toContain(
      'The order now: 1. The first cause · 2. The second cause',
    );
  });

  test('with a verdict begins with it, quotes what it rests on, and says what to paste', () => {
    const text = shortText(judged(someReply('v')));
    expect(text).toMatch(/^Not decidable yet: v/);
    expect(text).toContain('line 1 v');
    expect(text).toContain("Ask again. Paste here what it prints.\n    curl 'v'");
    expect(text).not.toContain('It changed');
  });

  test('is whole in its text, for screen readers', () => {
    expect(toShortAnswer(judged(someReply('v')), THREAD).text).toBe(
      "Not decidable yet: v Ask again. curl 'v' And this.",
    );
    expect(toShortAnswer(changed(decided, 'decided'), THREAD).text).toBe(
      'It changed: v And this. Do first: Fix the first one.',
    );
  });
});

test('a fix can be said to be applied only where a thread goes on', () => {
  const ids = (audience: 'thread' | 'asker' | 'shared') =>
    JSON.stringify(toShortAnswer(someReply('v'), { ...THREAD, row: newRow(audience) }).blocks);
  expect(ids('thread')).toContain('nginx-why:applied');
  expect(ids('shared')).toContain('nginx-why:applied');
  expect(ids('asker')).not.toContain('nginx-why:applied');
});

describe('whatever was pasted', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.constantFrom(
      '<!channel>',
      '<@U0BEN>',
      '<https://evil.example|x>',
      '```',
      '`',
      '&lt;!here&gt;',
      '\u001b[31m',
      '\u202e',
      '\u0000',
      '\ud800',
      '',
    ),
  );
  const views: readonly (readonly [string, (reply: Reply) => OutgoingMessage])[] = [
    ['a short answer', (reply) => toShortAnswer(reply, THREAD)],
    ['a shared answer', (reply) => toShortAnswer(reply, { ...THREAD, row: newRow('shared', 'U1') })],
    ['a full answer', toFullAnswer],
    ['a verification', toVerifyAnswer],
    ['a follow-up', (reply) => toShortAnswer(changed(reply, 'decided'), THREAD)],
    ['a follow-up about nothing new', (reply) => toShortAnswer(changed(reply, 'same'), THREAD)],
    ['a verdict', (reply) => toShortAnswer(judged(reply), THREAD)],
    ['a statement that a fix was applied', (reply) => toAppliedAnswer(reply, 1_763_800_000, 'U1')],
  ];

  test.for(views)('%s is one that Slack takes, and nothing in it comes alive', ([, view]) => {
    fc.assert(
      fc.property(hostile, (value) => {
        const evidence = [someEvidence(3, value), someEvidence(1, value, false)];
        const causes = [someCause('first', value, { evidence }), someCause('second', value, { evidence })];
        const message = view(someReply(value, { causes }));
        expect(checkBlocks(message.blocks, 'message')).toEqual([]);
        expect(checkMessage(message)).toEqual([]);
        expect(liveMarkup({ text: escapeText(message.text), blocks: message.blocks })).toEqual([]);
        expect(JSON.stringify(message.blocks)).not.toMatch(/\\u00[01]|\\ud[89a-f]|\u202e/);
      }),
    );
  });
});

test('the help and the form are ones that Slack takes', () => {
  for (const help of [toHelp([]), toHelp(['en', 'de'])]) {
    expect(checkBlocks(help.blocks, 'message')).toEqual([]);
    expect(checkMessage(help)).toEqual([]);
  }
  const modal = toPasteModal('https://hooks.slack.com/commands/1/2/3');
  expect(checkBlocks(modal.blocks, 'modal')).toEqual([]);
  expect(checkView(modal)).toEqual([]);
});
