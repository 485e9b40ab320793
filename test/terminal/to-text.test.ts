import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Timeline } from '../../src/core/timeline/timeline.ts';
import { createLineNames } from '../../src/terminal/line-names.ts';
import { loadSparkline } from '../../src/terminal/load-sparkline.ts';
import type { Look } from '../../src/terminal/look.ts';
import { createPaint } from '../../src/terminal/paint.ts';
import { toText } from '../../src/terminal/to-text.ts';
import { confirmedAnswer, hostileReplies, replyOf, undecidedAnswer } from './sample-reply.ts';

const look: Look = {
  columns: 80,
  paint: await createPaint(false),
  nameLines: createLineNames([]),
  drawSparkline: null,
  detail: 'short',
};
const TIMELINE: Timeline = {
  from: '2026/11/22 10:00',
  until: '2026/11/22 10:04',
  stepMinutes: 1,
  series: [{ name: 'upstream-prematurely-closed', title: 'The backend hung up', counts: [0, 4, 8, 1] }],
  marks: [
    { kind: 'trouble', step: 1, at: '2026/11/22 10:01:10', line: 4 },
    { kind: 'restart', step: 3, at: '2026/11/22 10:03:00', line: 9 },
  ],
};

test('a long paste is drawn as a sparkline for each finding, with what happened when', async () => {
  const drawSparkline = await loadSparkline(TIMELINE);
  const text = toText({ ...replyOf(confirmedAnswer), timeline: TIMELINE }, { ...look, drawSparkline });
  expect(text).toContain('Lines per minute, 2026/11/22 10:00 to 10:04');
  expect(text).toContain('▁▄█▁');
  expect(text).toContain('trouble since 10:01:10 (line 4); restart at 10:03:00 (line 9)');
});

const coloured: Look = { ...look, paint: await createPaint(true) };

/** Where each part starts; every one must be there. */
const order = (text: string, parts: readonly string[]): readonly number[] => parts.map((part) => text.indexOf(part));

test('the way through the configuration stands below the place', () => {
  const route = { text: 'Goes through `location /api/` → `proxy_pass http://app`', lines: [4, 5], isCertain: true };
  const text = toText(replyOf({ ...confirmedAnswer, route }), look);
  const [place = 0, way = 0, saw = 0] = order(text, [
    'POST /api/data on',
    'Goes through location /api/',
    'The user got',
  ]);
  expect([place, way, saw]).toEqual([place, way, saw].toSorted((a, b) => a - b));
  expect(text.replace(/\s+/g, ' ')).toContain('proxy_pass http://app (lines 4\u20135)');
});

describe('a confirmed cause', () => {
  const text = toText(replyOf(confirmedAnswer), look);

  test('is told in the order in which it is needed', () => {
    const places = order(text, [
      'The backend hung up',
      'POST /api/data on example.com',
      'The user got a 502',
      'nginx sent the request',
      'line 1: upstream prematurely closed connection',
      'Why: gunicorn killed the worker',
      'line 9: [CRITICAL] WORKER TIMEOUT',
      'Do: Give the work more time (low risk)',
      'Undo: Set the old values back.',
      'Fixed when',
      'Often advised',
      'upstream-prematurely-closed \u00b7 from line 1',
    ]);
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  test('says after its fix that it was not tried by us, and why, where the entry says so', () => {
    const causes = confirmedAnswer.causes.map((cause) => ({
      ...cause,
      fixes: cause.fixes.map((fix) => ({ ...fix, unconfirmed: 'it needs a full disk.' })),
    }));
    expect(toText(replyOf({ ...confirmedAnswer, causes }), look)).toContain(
      '\n  Not tried by us: it needs a full disk.\n',
    );
    expect(toText(replyOf(confirmedAnswer), look)).not.toContain('Not tried by us');
  });

  test('is not called unconfirmed, and needs no check', () => {
    expect(text.replace(/\s+/g, ' ')).toContain('\u2014 confirmed');
    expect(text).not.toContain('nothing here is confirmed');
    expect(text).not.toContain('Decides between them');
  });
});

describe('undecided causes', () => {
  const text = toText(replyOf(undecidedAnswer), look);

  test('are numbered, and the next check says which number its outcomes speak for', () => {
    expect(text).toContain("One line can't tell why.");
    expect(text).toContain('  1. gunicorn killed the worker');
    expect(text).toContain('  2. A kept connection was reused');
    expect(text).toContain('"WORKER TIMEOUT" \u2192 1\n');
    expect(text).toContain('nothing at all \u2192 2\n');
  });

  test('give a fix only under its condition, and say that nothing is confirmed', () => {
    expect(text).toContain('If it is 1: Give the work more time');
    expect(text).toContain('nothing here is confirmed');
  });

  test('are named with what speaks against them, apart from the others', () => {
    const [first, second] = undecidedAnswer.causes;
    if (!first || !second) throw new Error('the sample has two causes');
    const against = { signal: 'x', supports: false, proves: false, says: 'a POST', quotes: [{ line: 1, text: 'x' }] };
    const unlikely = { ...second, confidence: 'unlikely' as const, evidence: [against] };
    const shown = toText(replyOf({ ...undecidedAnswer, causes: [first, unlikely] }), look);
    expect(shown).toContain('  Less likely: A kept connection was reused');
    expect(shown).toContain('Against it: a POST (line 1)');
    expect(shown).not.toContain('  2. A kept connection');
  });
});

test('prose keeps to 80 columns while commands and changes stay whole on lines of their own', () => {
  const lines = toText(replyOf(undecidedAnswer), { ...look, detail: 'full' }).split('\n');
  const { nextCheck, verification } = undecidedAnswer;
  for (const run of [nextCheck?.run, verification[0]?.run]) expect(lines.map((line) => line.trim())).toContain(run);
  const long = lines.filter((line) => line.length > 80).map((line) => line.trim());
  for (const line of long) expect(line).toMatch(/^(?:curl|journalctl|\u00b7 proxy_pass: https:)/);
});

test('a quote and a name that are wider than the terminal are cut, not lost', () => {
  const uri = `/${'a'.repeat(300)}`;
  const lines = toText(replyOf({ ...undecidedAnswer, where: `\`GET ${uri}\`` }), look).split('\n');
  expect(Math.max(...lines.slice(0, 8).map((line) => line.length))).toBeLessThanOrEqual(80);
  expect(lines.join('')).toContain('a'.repeat(300));
});

test('in full, every cause comes with its fixes, and the rest of the entry follows', () => {
  const text = toText(replyOf(undecidedAnswer), { ...look, detail: 'full' });
  expect(text.match(/Fix: Give the work more time/g)).toHaveLength(2);
  for (const part of ['So that it stays away', 'References', 'src/http/ngx_http_upstream.c'])
    expect(text).toContain(part);
});

describe('several findings', () => {
  const consequence = { ...undecidedAnswer, entry: 'no-live-upstreams', title: 'No server is left', lines: [3, 4, 5] };

  test('a consequence is one line behind the one that explains it', () => {
    const text = toText(
      replyOf(confirmedAnswer, { ...consequence, consequenceOf: 'upstream-prematurely-closed' }),
      look,
    );
    expect(text).toMatch(
      /No server is left \(1\u00d7, lines 3\u20135, a consequence of\s+upstream-prematurely-closed\)/,
    );
    expect(text.match(/Fixed when/g)).toHaveLength(1);
  });

  test('one that stands for itself is told as fully as the first', () => {
    expect(toText(replyOf(confirmedAnswer, consequence), look).match(/Fixed when/g)).toHaveLength(2);
  });
});

test('without a finding the friendly words are all there is', () => {
  expect(toText(replyOf(), look)).toBe(
    'I see no nginx log line in that message\nPaste the lines from the error log.\n',
  );
});

test("lines of nginx's that nobody knows are named with their numbers", () => {
  const unknown = [1, 2, 3, 4, 5].map((line) => ({
    lines: [line],
    verdict: 'unknown' as const,
    entry: null,
    text: `odd ${line}`,
  }));
  const text = toText({ ...replyOf(), unknown }, look);
  expect(text).toContain('\u00b7 line 2: odd 2');
  expect(text).toContain('and 2 more');
});

describe('colours', () => {
  const text = toText(replyOf(confirmedAnswer), coloured);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are what is looked for
  const painted = [...text.matchAll(/\u001b\[3([126])m([^\u001b]+)/g)].map(([, colour, words]) => [
    colour,
    words?.trim(),
  ]);

  test('stand on the headline, the evidence that confirms, and commands, and on nothing else', () => {
    expect(painted).toEqual([
      ['1', 'The backend hung up before it answered'],
      ['2', '\u00b7 line 9: [CRITICAL] WORKER TIMEOUT (pid:29116)'],
      ['6', "systemctl restart '<backend-unit>'"],
      ['6', confirmedAnswer.verification[0]?.run],
    ]);
  });

  test.for([
    ['harmless', '32'],
    ['warning', '33'],
    ['error', '31'],
    ['critical', '31'],
  ] as const)('the headline of %s is drawn in %s', ([severity, code]) => {
    const drawn = toText(replyOf({ ...confirmedAnswer, severity }), coloured);
    expect(drawn.startsWith(`\u001b[1m\u001b[${code}mThe backend`)).toBe(true);
  });
});

test('no control character of a reply reaches the terminal, whatever it holds', () => {
  fc.assert(
    fc.property(hostileReplies, fc.constantFrom('short' as const, 'full' as const), (reply, detail) => {
      expect(toText(reply, { ...look, detail })).not.toMatch(/[^\P{C}\n\p{Co}\p{Cn}]/u);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are what is taken out
      expect(toText(reply, { ...coloured, detail }).replace(/\u001b\[(?:1|22|31|32|36|39)m/g, '')).not.toMatch(
        /[^\P{C}\n\p{Co}\p{Cn}]/u,
      );
    }),
  );
});
