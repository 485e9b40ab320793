import type { Diagnosis } from '../diagnose/diagnose.ts';
import type { Reference } from '../entry.ts';
import { fillCommand } from '../fill/fill-in.ts';
import { toValues } from '../fill/to-values.ts';
import type { Finding } from '../identify/finding.ts';
import type { Directive } from '../knowledge.ts';
import { withLater } from '../later.ts';
import type { Message } from '../message.ts';
import { once } from '../once.ts';
import type { Level } from '../records/error-head.ts';
import { describeRoute } from '../reply/describe-route.ts';
import type { CheckAnswer, FindingAnswer } from '../reply/reply.ts';
import { type AnswerHead, toBriefAnswer } from '../reply/to-brief-answer.ts';
import { asCode } from '../reply/wording.ts';
import { ERRNO_WORDS } from './errno-words.ts';
import { directiveUrl, governingDirectives, moduleUrl } from './governing-directives.ts';
import { LEVEL_WORDS, severityOfLevel } from './level-words.ts';
import { nextLook } from './next-look.ts';
import { blameOf, speakerOf } from './speaker.ts';

const LONGEST_TITLE = 96;

/** The answer for a message that nginx-why identifies and has no entry for, put together from facts: which part of nginx speaks,
 * what its level and its errno mean, which directives govern it, what to look at next. Nothing is guessed, so it has no causes. */
export function composeGenericAnswer(diagnosis: Diagnosis, directives: () => readonly Directive[]): FindingAnswer {
  const { finding } = diagnosis;
  const head = headOf(finding);
  const governing = once(() => governingDirectives(finding.message, finding.facts, directives()));
  const nextCheck = once(() => toCheckAnswer(finding));
  return withLater(
    { ...toBriefAnswer(diagnosis, head), inBrief: false },
    {
      route: () => describeRoute(diagnosis.routes),
      meaning: () => `${head.meaning}${directiveWords(governing())}`,
      nextCheck,
      checks: () => [nextCheck()].filter((check) => check !== null),
      references: () => referencesOf(finding, governing()),
    },
  );
}

function toCheckAnswer(finding: Finding): CheckAnswer | null {
  const check = nextLook(finding);
  return check && { ...check, run: fillCommand(check.run, toValues(finding)) };
}

/** What such an answer is called, how much it matters, and what its place in the source tells. */
export function headOf(finding: Finding): AnswerHead {
  const { message, lead } = finding;
  const words = lead.message;
  const level = levelOf(finding);
  return {
    entry: null,
    title: `${nameOf(message)} says: ${words.length > LONGEST_TITLE ? `${words.slice(0, LONGEST_TITLE - 1)}\u2026` : words}`,
    severity: severityOfLevel(level),
    blame: blameOf(message),
    meaning: `${sourceWords(finding)} ${LEVEL_WORDS[level]}${errnoWords(finding)}`,
  };
}

function levelOf({ message, lead }: Finding): Level {
  return lead.level ?? message?.usual_level ?? (isLevel(message?.level) ? message.level : 'error');
}

/** Who wrote the words, short. */
const nameOf = (message: Message | null): string => message?.project?.replace(/^.*\//, '') ?? 'nginx';

const isLevel = (level: string | undefined): level is Level => level !== undefined && Object.hasOwn(LEVEL_WORDS, level);

function sourceWords({ message }: Finding): string {
  if (!message) return "This is one of nginx's messages; I have no deep knowledge of it.";
  return `I have no deep knowledge of this message, so this is what its place in the source tells: it comes from ${speakerOf(message).part} (${asCode(message.function)} in ${asCode(message.file)}).`;
}

function errnoWords({ facts }: Finding): string {
  const errno = facts.get('errno') ?? '';
  const words = ERRNO_WORDS[errno];
  return words === undefined ? '' : ` ${asCode(errno)}: ${words}`;
}

function directiveWords(governing: readonly Directive[]): string {
  const [first] = governing;
  if (!first) return '';
  const names = governing.map(({ name }) => asCode(name)).join(', ');
  const value = first.default === '' ? 'it has no default' : `its default is ${asCode(first.default)}`;
  const more = governing.length === 1 ? `; ${value}, and it may stand in ${first.contexts.join(', ')}` : '';
  return ` The directive to look at: ${names}${more}.`;
}

function referencesOf({ message }: Finding, governing: readonly Directive[]): readonly Reference[] {
  const { module } = speakerOf(message);
  return [
    ...governing.map((directive) => ({ title: directive.name, url: directiveUrl(directive) })),
    ...(governing.length === 0 && module !== null ? [{ title: module, url: moduleUrl(module) }] : []),
    ...(message ? [sourceOf(message)] : []),
  ];
}

const sourceOf = ({ file, project }: Message): Reference =>
  project === undefined ? { title: file } : { title: `${project}: ${file}`, url: `https://github.com/${project}` };
