import { describe, expect, test } from 'vitest';
import { access, BOOTED, CLOSED, lastReplyTo, NONE_LIVE, REFUSED, repliesTo, TIMEOUT } from './sample-case.ts';

const again = (second: string, connection: number) =>
  CLOSED.replace('10:15:42', `10:15:${second}`).replace('*1', `*${connection}`);

describe('a paste in a case', () => {
  test.for([
    [
      'proves a cause',
      [CLOSED, TIMEOUT],
      'decided',
      'That decides it: It is slow — confirmed (line 1: gunicorn says so).',
    ],
    ['speaks for a cause', [CLOSED, access(502, '30.001')], 'likely', 'Now likely: It is slow (line 1: it took 30 s).'],
    [
      'moves the odds a little',
      [CLOSED, BOOTED],
      'likelier',
      'Likelier now: It is crash (line 1: a new worker was started).',
    ],
    [
      'proves another cause than the likely one',
      [CLOSED.replace('8080', '8443'), TIMEOUT],
      'overturned',
      'This changes the answer: not “It is tls”, but “It is slow” — confirmed (line 1: gunicorn says so).',
    ],
    [
      'takes back what was likely',
      [`${CLOSED}\n${access(502, '30.001')}`, access(502, '2.000')],
      'unsettled',
      'Less sure now: “It is slow” was likely and is possible.',
    ],
    [
      'says nothing new',
      [CLOSED, CLOSED],
      'same',
      "Nothing in this paste changes the picture. What would decide is still: Read the backend's log.",
    ],
    [
      'says nothing new about what is known',
      [CLOSED, TIMEOUT, TIMEOUT],
      'same',
      'Nothing in this paste changes the picture. It still is: It is slow — confirmed.',
    ],
    [
      'holds no line of a log',
      [CLOSED, 'thanks, I am looking'],
      'unreadable',
      "I can read nothing in this paste. What would decide is still: Read the backend's log.",
    ],
    [
      'shows the same error again',
      [CLOSED, `${again('50', 4)}\n${again('55', 5)}`],
      'repeated',
      "The same error again (lines 1 and 2, last at 10:15:55), 3 times by now. What would decide is still: Read the backend's log.",
    ],
    ['shows another error', [CLOSED, REFUSED], 'new-error', 'Another error: Title of refused (line 1).'],
    [
      'shows a consequence',
      [CLOSED, NONE_LIVE],
      'consequence',
      'Another error, a consequence of the one above: Title of none-live (line 1).',
    ],
    [
      'explains what was known',
      [NONE_LIVE, CLOSED],
      'explained',
      'That explains the others: Title of closed (line 1).',
    ],
    [
      "holds nginx's line after the backend's",
      [TIMEOUT, CLOSED],
      'found',
      "Now nginx's own line is here: Title of closed (line 1). Why: It is slow — confirmed (paste 1, line 1: gunicorn says so).",
    ],
    [
      'holds evidence where no error is known yet',
      [BOOTED, TIMEOUT],
      'same',
      "There is no line of nginx's in this thread yet, so there is nothing to explain.",
    ],
  ] as const)('that %s', ([, pastes, kind, says]) => {
    expect(lastReplyTo(...pastes).change).toMatchObject({ kind, says });
  });

  test('that is the first one changes nothing', () => {
    expect(lastReplyTo(CLOSED).change).toBeNull();
  });

  test('quotes its own lines by number, and names earlier ones without their words', () => {
    const slow = lastReplyTo(CLOSED, access(502, '30.001'), TIMEOUT).answers[0]?.causes[0];
    expect(slow?.evidence.map(({ quotes }) => quotes)).toEqual([
      [{ line: 1, text: TIMEOUT }],
      [{ paste: 2, line: 1, text: 'POST /pay 502 after 30.001 s' }],
    ]);
    expect(lastReplyTo(TIMEOUT, CLOSED).answers[0]?.causes[0]?.evidence[0]?.quotes).toEqual([
      { paste: 1, line: 1, text: 'WORKER TIMEOUT (pid:…)' },
    ]);
  });

  test('keeps the commands filled in with what earlier pastes told', () => {
    const [lead] = lastReplyTo(CLOSED, TIMEOUT).answers;
    expect(lead).toMatchObject({
      where: '`POST /pay` on `shop.example` → `127.0.0.1:8080` · once, 10:15:42',
      lines: [],
    });
    expect(Object.fromEntries(lead?.facts ?? [])).toMatchObject({
      url: 'https://shop.example/pay',
      'upstream.port': '8080',
    });
  });

  test('counts a line that was pasted again once', () => {
    expect(lastReplyTo(CLOSED, `${CLOSED}\n${again('50', 4)}`, CLOSED).answers[0]).toMatchObject({
      count: 2,
      lines: [1],
    });
  });

  test('tells of each error that moved, the most telling first', () => {
    const { change, answers } = lastReplyTo(CLOSED, `${REFUSED}\n${TIMEOUT}`);
    expect(change).toMatchObject({ kind: 'decided', also: ['Another error: Title of refused (line 1).'] });
    expect(answers[change?.about ?? -1]?.entry).toBe('closed');
  });

  test('gives the same replies each time', () => {
    const pastes = [CLOSED, BOOTED, access(502, '30.001'), TIMEOUT, REFUSED];
    expect(repliesTo(...pastes)).toEqual(repliesTo(...pastes));
  });
});

test('what a paste showed about an earlier error stays known, also where its lines are too many to be remembered', () => {
  const others = Array.from({ length: 150 }, (_, id) => access(200, `${id}.5`).replace('/pay', '/other'));
  const lines = [...others, access(502, '30.001'), ...others].join('\n');
  expect(lastReplyTo(CLOSED, lines).change?.says).toContain('It is slow');
  const [slow] = lastReplyTo(CLOSED, lines, 'thanks').answers[0]?.causes ?? [];
  expect(slow).toMatchObject({
    id: 'slow',
    confidence: 'likely',
    evidence: [
      { signal: 'request-time-near:30', quotes: [{ paste: 2, line: 151, text: 'POST /pay 502 after 30.001 s' }] },
    ],
  });
});

test('one paste of everything and one after the other come to the same ranking', () => {
  const causes = (reply: ReturnType<typeof lastReplyTo>) =>
    reply.answers.map(({ entry, causes }) => [entry, causes.map(({ id, probability }) => [id, probability])]);
  const pastes = [CLOSED, access(502, '30.001'), BOOTED, TIMEOUT];
  expect(causes(lastReplyTo(...pastes))).toEqual(causes(lastReplyTo(pastes.join('\n'))));
});
