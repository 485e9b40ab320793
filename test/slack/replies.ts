import type {
  CauseAnswer,
  CheckAnswer,
  EvidenceAnswer,
  FindingAnswer,
  FixAnswer,
  Reply,
} from '../../src/core/reply/reply.ts';

/** Replies made by hand, for tests of what is made of them. Every string says `value` where a pasted one would stand. */
export function someReply(value: string, change: Partial<FindingAnswer> = {}): Reply {
  return {
    kind: 'diagnosed',
    headline: 'The backend hung up before it answered',
    summary: `The backend hung up before it answered. ${value}`,
    note: null,
    answers: [someFinding(value, change)],
    timeline: null,
    change: null,
    fixVerdicts: [],
    verdicts: [{ lines: [1], verdict: 'explained', entry: 'some-entry', text: value }],
    unknown: [],
  };
}

export function someFinding(value: string, change: Partial<FindingAnswer> = {}): FindingAnswer {
  return {
    entry: 'some-entry',
    title: 'The backend hung up before it answered',
    severity: 'error',
    blame: 'backend',
    inBrief: false,
    where: `\`${value}\` · once`,
    route: { text: `\`${value}\``, lines: [1], isCertain: false },
    message: value,
    meaning: 'nginx waited for an answer.',
    userSees: 'A 502.',
    signature: { template: 'some template', source: 'src/some.c', function: 'some_function' },
    count: 1,
    firstAt: null,
    lastAt: null,
    line: 1,
    text: value,
    lines: [1],
    facts: new Map(),
    consequenceOf: null,
    causes: [someCause('first', value), someCause('second', value)],
    nextCheck: someCheck(value),
    checks: [someCheck(value)],
    verification: [{ do: 'Ask again.', run: `curl '${value}'`, expect: 'It prints 200.' }],
    prevention: ['Watch it.'],
    myths: [{ claim: 'A longer timeout helps.', why: 'Nothing was slow.' }],
    references: [{ title: 'Some page', url: 'https://nginx.example/page' }, { title: 'src/some.c' }],
    ...change,
  };
}

export function someCause(id: string, value: string, change: Partial<CauseAnswer> = {}): CauseAnswer {
  return {
    id,
    title: `The ${id} cause`,
    why: `Because of the ${id} one.`,
    confidence: 'possible',
    probability: 0.5,
    evidence: [],
    ask: null,
    versions: null,
    fixes: [someFix(id, value)],
    verification: [],
    ...change,
  };
}

export function someEvidence(line: number, value: string, supports = true): EvidenceAnswer {
  return { signal: 'some-signal', supports, proves: supports, says: 'it says so', quotes: [{ line, text: value }] };
}

function someFix(id: string, value: string): FixAnswer {
  const steps = [
    { do: 'Look first.', run: `systemctl status '${value}'`, change: null, in: null },
    { do: 'Write this.', run: null, change: `proxy_pass ${value};`, in: 'the location' },
  ];
  return {
    title: `Fix the ${id} one`,
    where: 'backend',
    risk: 'safe',
    undo: 'Write it back.',
    sideEffects: null,
    unconfirmed: null,
    steps,
  };
}

function someCheck(value: string): CheckAnswer {
  const outcomes = [
    { shows: 'a stack trace', means: ['first'] },
    { shows: 'nothing', means: ['second'] },
  ];
  return { id: 'some-check', do: 'Read its log.', run: `journalctl -u '${value}'`, outcomes };
}
