import type { Diagnosis } from '../diagnose/diagnose.ts';
import { composeGenericAnswer, headOf } from '../generic/compose-generic-answer.ts';
import { findHomes } from '../home/find-homes.ts';
import type { Homes } from '../home/home.ts';
import type { Directive } from '../knowledge.ts';
import { withLater } from '../later.ts';
import type { LogRecord } from '../records/log-record.ts';
import { toTimeline } from '../timeline/to-timeline.ts';
import { composeAnswer, headOfEntry } from './compose-answer.ts';
import { describeOtherPrograms } from './other-programs.ts';
import type { FindingAnswer, Reply, ReplyKind } from './reply.ts';
import { summarise } from './summarise.ts';
import { toBriefAnswer } from './to-brief-answer.ts';
import { createVerdictOf, isTelling } from './to-verdicts.ts';
import { describeLines } from './wording.ts';

/** What became of the case and of its fixes. */
export type Outcome = Pick<Reply, 'change' | 'fixVerdicts'>;

/** Composes the answer to a paste from its diagnoses; the diagnoses come in the order in which they are told. */
export function composeReply(
  diagnoses: readonly Diagnosis[],
  records: readonly LogRecord[],
  directives: () => readonly Directive[],
  outcome: Outcome,
): Reply {
  const homes = findHomes(records);
  const answers = diagnoses.map((diagnosis) => toAnswer(diagnosis, homes, directives));
  const kind = kindOf(answers, records);
  const { headline, note } = answers[0] ? { headline: answers[0].title, note: null } : withoutAnswer(kind, records);
  const verdictOf = createVerdictOf(diagnoses, answers);
  return withLater(
    { kind, headline, note, answers, ...outcome },
    {
      summary: () => summarise(headline, note, answers),
      verdicts: () => records.map(verdictOf),
      unknown: () =>
        records
          .filter(isTelling)
          .map(verdictOf)
          .filter(({ verdict }) => verdict === 'unknown'),
      timeline: () => toTimeline(diagnoses, records),
    },
  );
}

function toAnswer(diagnosis: Diagnosis, homes: Homes, directives: () => readonly Directive[]): FindingAnswer {
  const { finding, inBrief } = diagnosis;
  const { entry } = finding;
  if (inBrief) return toBriefAnswer(diagnosis, entry ? headOfEntry(entry, finding) : headOf(finding));
  return entry ? composeAnswer(diagnosis, entry, homes) : composeGenericAnswer(diagnosis, directives);
}

function kindOf(answers: readonly FindingAnswer[], records: readonly LogRecord[]): ReplyKind {
  if (answers.length > 0) return answers.every(({ severity }) => severity === 'harmless') ? 'harmless' : 'diagnosed';
  const errors = records.filter(({ kind }) => kind === 'error');
  if (errors.length === 0) return 'no-log';
  return errors.some(isTelling) ? 'unrecognised' : 'harmless';
}

interface Words {
  readonly headline: string;
  readonly note: string;
}

const ERROR_LOG = 'often `/var/log/nginx/error.log`; in a container `docker logs <name>`';

function withoutAnswer(kind: ReplyKind, records: readonly LogRecord[]): Words {
  const errors = records.flatMap((record) => (record.kind === 'error' ? record.at : []));
  if (kind === 'harmless')
    return {
      headline: 'Nothing is wrong in these nginx lines',
      note: `They are routine notices (${describeLines(errors)}). If something fails all the same, paste the lines at level warn and above of the same minute (${ERROR_LOG}).`,
    };
  if (kind === 'unrecognised')
    return {
      headline: 'These are nginx lines, but I do not know this error yet',
      note: `I have no knowledge of the message on ${describeLines(errors)}, so I will not guess. The lines just before it, and those of the backend in the same second, often tell more: paste them here, and I will say what I know of them.`,
    };
  return withoutLog(records);
}

function withoutLog(records: readonly LogRecord[]): Words {
  const failed = records.filter((record) => record.kind === 'access' && (record.fields.status ?? 0) >= 500);
  if (failed.length > 0)
    return {
      headline: 'These are access lines; the reason stands in the error log',
      note: `${failed.length === 1 ? 'One request' : `${failed.length} requests`} failed (${describeLines(failed.flatMap(({ at }) => at))}). nginx writes why into its error log at the same second (${ERROR_LOG}): paste those lines with these.`,
    };
  const others = describeOtherPrograms(records);
  if (others !== null)
    return {
      headline: 'I see no nginx log line in that message, but one of another program',
      note: `${others} Paste the lines of nginx's error log of the same minute with it (${ERROR_LOG}), so that I can tell what it did to requests.`,
    };
  return {
    headline: 'I see no nginx log line in that message',
    note: `Paste the lines from nginx's error log (${ERROR_LOG}), with the backend's log of the same minute if you have it.`,
  };
}
