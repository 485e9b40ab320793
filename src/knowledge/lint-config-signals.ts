import { parseCondition } from '../core/config/condition.ts';
import { parseMeasure } from '../core/config/measure.ts';
import { type Reference, toReference } from '../core/config/reference.ts';
import { isThirdParty } from '../core/config/statement-start.ts';
import type { Entry, Evidence } from '../core/entry.ts';
import type { Directive } from '../core/knowledge.ts';
import type { Problem } from './problem.ts';

const FAMILY = /^config-(has|lacks|mentions|has-elsewhere|value):(.*)$/;
const PASS_FAMILIES = ['proxy', 'fastcgi', 'uwsgi', 'scgi', 'grpc', 'memcached'];

/** Evidence about the configuration names directives that the official reference has, and compares them with what they measure.
 * That something is absent proves nothing: it may stand where nobody pasted it. */
export function lintConfigSignals(entry: Entry, directives: readonly Directive[]): readonly Problem[] {
  const reference = toReference(directives);
  const signals = [
    ...entry.causes.flatMap(({ id, evidence }) => evidence.map((one) => ({ path: `causes.${id}.evidence`, ...one }))),
    ...entry.userSees.flatMap(({ when }, index) =>
      (when ?? []).map((signal) => ({ path: `userSees[${index}]`, signal, proves: false })),
    ),
  ];
  return signals.flatMap(({ path, ...evidence }) =>
    complain(evidence, reference).map((text) => ({ at: entry.id, path, text, weight: 'error' as const })),
  );
}

function complain({ signal, proves }: Pick<Evidence, 'signal' | 'proves'>, reference: Reference): readonly string[] {
  const [, family, argument = ''] = FAMILY.exec(signal) ?? [];
  if (family === undefined) return [];
  if (family === 'lacks' && proves === true)
    return [`takes ${signal} for a proof: what is not pasted may stand in another file`];
  if (family !== 'value') return complainAboutName(argument, reference);
  const condition = parseCondition(argument);
  if (!condition)
    return [`cannot read "${argument}" as a condition: write directive, <, <=, >, >=, =, != or ~, and a value`];
  const { directive, operator, value } = condition;
  const kinds = namesOf(directive).flatMap((name) => reference.get(name)?.takes ?? []);
  const isOrder = operator.startsWith('<') || operator.startsWith('>');
  const isMeasure = kinds.some((kind) => parseMeasure(value, kind) !== null);
  return [
    ...complainAboutName(directive, reference),
    ...(isOrder && !isMeasure ? [`compares ${directive} with ${value}, which is no measure of it`] : []),
  ];
}

function complainAboutName(name: string, reference: Reference): readonly string[] {
  const isKnown = namesOf(name).some((one) => reference.has(one) || isThirdParty(one));
  return isKnown
    ? []
    : [`asks for the directive ${name}, which the official reference does not have: check its spelling`];
}

const namesOf = (name: string): readonly string[] =>
  name.startsWith('*_') ? PASS_FAMILIES.map((family) => `${family}${name.slice(1)}`) : [name];
