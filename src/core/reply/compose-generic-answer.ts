import type { Blame, Entry } from '../entry.ts';
import type { Finding } from '../identify/finding.ts';
import type { FindingAnswer } from './reply.ts';
import { asCode, describeWhere } from './wording.ts';

/** The answer for a message that nginx-why identifies and has no entry for, put together from facts: which part of nginx speaks,
 * what its level means, what the errno says. Nothing is guessed, so it has no causes. */
export function composeGenericAnswer(finding: Finding): FindingAnswer {
  const [first] = finding.records;
  const level = first?.level ?? finding.message?.usual_level ?? finding.message?.level ?? 'error';
  const words = first?.message ?? finding.template;
  return {
    entry: null,
    title: `nginx says: ${words.length > 90 ? `${words.slice(0, 89)}…` : words}`,
    severity: SEVERITY_OF_LEVEL[level] ?? 'error',
    blame: blameOf(finding),
    where: describeWhere(finding),
    message: words,
    meaning: `${speaker(finding)} ${LEVEL_WORDS[level] ?? LEVEL_WORDS.error}`,
    userSees: '',
    signature: {
      template: finding.template,
      source: finding.message?.file ?? '',
      function: finding.message?.function ?? '',
    },
    ...finding.tally,
    facts: Object.fromEntries(finding.facts),
    consequenceOf: null,
    causes: [],
    nextCheck: null,
    checks: [],
    verification: [],
    prevention: [],
    myths: [],
    references: [],
  };
}

const SEVERITY_OF_LEVEL: Readonly<Record<string, Entry['severity']>> = {
  emerg: 'critical',
  alert: 'critical',
  crit: 'error',
  error: 'error',
  warn: 'warning',
  notice: 'harmless',
  info: 'harmless',
  debug: 'harmless',
};

const LEVEL_WORDS: Readonly<Record<string, string>> = {
  emerg: 'At level `emerg` nginx does not start, or refuses the new configuration and goes on with the old one.',
  alert: 'Level `alert` is for what must not happen: nginx goes on, and somebody should look.',
  crit: 'Level `crit` says that something which nginx needs failed; requests that need it fail, the others go on.',
  error: 'Level `error` is about one request or connection; the others go on.',
  warn: 'Level `warn` says that nginx goes on, and that something is probably not as intended.',
  notice: 'Level `notice` is routine.',
  info: 'Level `info` is routine: mostly what clients do.',
  debug: 'Level `debug` is for people who look into nginx itself.',
};

function speaker({ message }: Finding): string {
  return message
    ? `This comes from nginx's ${asCode(message.subsystem)} (${asCode(message.file)}).`
    : "This is one of nginx's messages.";
}

function blameOf({ message }: Finding): Blame {
  if (message?.kind === 'config') return 'config';
  return message?.ctx === 'http-upstream' ? 'backend' : 'nginx';
}
