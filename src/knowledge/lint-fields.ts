import type { Entry, Fix } from '../core/entry.ts';

/** One text of an entry with its place. */
export interface Field {
  /** `causes.backend-crash.fixes[0].steps[1].run`. */
  readonly path: string;
  readonly text: string;
  /** `fixed`: shown as it stands. `sentence`, `command` and `change` are filled in with the reader's values. */
  readonly kind: 'fixed' | 'sentence' | 'command' | 'change';
  /** What a command is for; null for other texts. */
  readonly purpose: 'check' | 'verification' | 'fix' | null;
  /** The file or block that a change belongs to; null for other texts. */
  readonly in: string | null;
}

/** Every text of an entry that a reader may see, in the order of the file. Myths are left out: they tell what is wrong. */
export function fieldsOf(entry: Entry): readonly Field[] {
  return [
    fixed('title', entry.title),
    fixed('meaning', entry.meaning),
    ...entry.userSees.map(({ text }, at) => fixed(`userSees[${at}]`, text)),
    ...entry.causes.flatMap((cause) => [
      fixed(`causes.${cause.id}.title`, cause.title),
      fixed(`causes.${cause.id}.why`, cause.why),
      ...cause.evidence.map(({ says }, at) => fixed(`causes.${cause.id}.evidence[${at}].says`, says)),
      ...(cause.ask === undefined ? [] : [fixed(`causes.${cause.id}.ask`, cause.ask)]),
      ...cause.fixes.flatMap((fix, at) => fieldsOfFix(fix, `causes.${cause.id}.fixes[${at}]`)),
      ...(cause.verification ?? []).flatMap((item, at) =>
        fieldsOfProof(item, `causes.${cause.id}.verification[${at}]`, 'verification'),
      ),
    ]),
    ...entry.checks.flatMap((check) => fieldsOfProof(check, `checks.${check.id}`, 'check')),
    ...entry.verification.flatMap((item, at) => fieldsOfProof(item, `verification[${at}]`, 'verification')),
    ...entry.prevention.map((text, at) => sentence(`prevention[${at}]`, text)),
  ];
}

function fieldsOfFix(fix: Fix, path: string): readonly Field[] {
  return [
    sentence(`${path}.title`, fix.title),
    ...fix.steps.flatMap((step, at) => [
      sentence(`${path}.steps[${at}].do`, step.do),
      ...(step.run === undefined ? [] : [command(`${path}.steps[${at}].run`, step.run, 'fix')]),
      ...(step.change === undefined ? [] : [change(`${path}.steps[${at}].change`, step.change, step.in ?? '')]),
    ]),
    ...(fix.undo === undefined ? [] : [sentence(`${path}.undo`, fix.undo)]),
    ...(fix.sideEffects === undefined ? [] : [sentence(`${path}.sideEffects`, fix.sideEffects)]),
    ...(fix.unconfirmed === undefined ? [] : [fixed(`${path}.unconfirmed`, fix.unconfirmed)]),
  ];
}

function fieldsOfProof(
  item: { readonly do: string; readonly run: string },
  path: string,
  purpose: 'check' | 'verification',
): readonly Field[] {
  return [sentence(`${path}.do`, item.do), command(`${path}.run`, item.run, purpose)];
}

const fixed = (path: string, text: string): Field => ({ path, text, kind: 'fixed', purpose: null, in: null });
const sentence = (path: string, text: string): Field => ({ path, text, kind: 'sentence', purpose: null, in: null });
const change = (path: string, text: string, place: string): Field => ({
  path,
  text,
  kind: 'change',
  purpose: null,
  in: place,
});
const command = (path: string, text: string, purpose: 'check' | 'verification' | 'fix'): Field => ({
  path,
  text,
  kind: 'command',
  purpose,
  in: null,
});
