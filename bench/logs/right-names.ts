import type { Entry, Signature } from '../../src/core/entry.ts';
import type { Knowledge } from '../../src/core/knowledge.ts';
import type { Message } from '../../src/core/message.ts';
import { shortestText, signatureRegex } from '../peers/signature-regex.ts';
import type { ErrorTruth, Truth } from './line.ts';

interface Fit {
  readonly template: string;
  readonly regex: RegExp;
}

interface Claim extends Fit {
  readonly entry: Entry;
  readonly signature: Signature;
  readonly shape: string;
}

/** Tells which names are right for a line, from what the generator put into it and never by reading it: an entry's id where
 * one claims the message under these conditions, else the format string; more than one where two write the same text. None for
 * a line that has no name. */
export function createRightNames({ entries, messages }: Knowledge): (truth: Truth) => readonly string[] {
  const templates = new Map(messages.map(({ id, template }) => [id, template]));
  const twins = Map.groupBy(new Set(messages.map(({ template }) => template)), shapeOf);
  const claims = entries
    .filter(({ status }) => status === 'stable')
    .flatMap((entry) => entry.signatures.map((signature) => toClaim(entry, signature)));
  const claimsOf = Map.groupBy(claims, ({ shape }) => shape);
  const wider = new Map<Message, Wider>();

  /** The format strings that fit the same line and say less. */
  const widerThan = (message: Message): Wider => {
    const known = wider.get(message);
    if (known) return known;
    const shortest = shortestText(message.template);
    const listed = (message.also_matches ?? []).flatMap((id) => templates.get(id) ?? []);
    const shapes = new Set(listed.map(shapeOf));
    const found = {
      templates: listed.map(toFit),
      claims: claims.filter(({ shape, regex }) => shapes.has(shape) || regex.test(shortest)),
    };
    wider.set(message, found);
    return found;
  };

  const namesOfError = (truth: ErrorTruth): readonly string[] => {
    const own = shapeOf(truth.message.template);
    const first = mostSpecific((claimsOf.get(own) ?? []).filter(({ signature }) => holds(signature, truth)));
    if (first.length > 0) return first;
    const less = widerThan(truth.message);
    const second = less.claims.filter(({ signature, regex }) => regex.test(truth.filled) && holds(signature, truth));
    if (second.length > 0) return second.map(({ entry }) => entry.id);
    const wide = less.templates.filter(({ regex }) => regex.test(truth.filled)).map(({ template }) => template);
    return [...(twins.get(own) ?? []), ...wide];
  };

  return (truth) => {
    if (truth.kind === 'error') return namesOfError(truth.error);
    if (truth.kind === 'access') return [`access ${truth.status}`];
    return truth.kind === 'companion' ? [truth.id] : [];
  };
}

interface Wider {
  readonly templates: readonly Fit[];
  readonly claims: readonly Claim[];
}

const toFit = (template: string): Fit => ({ template, regex: new RegExp(`^${signatureRegex(template)}$`, 's') });

const toClaim = (entry: Entry, signature: Signature): Claim => ({
  ...toFit(signature.template),
  entry,
  signature,
  shape: shapeOf(signature.template),
});

/** What is left of a format string without the differences that no log line shows. */
function shapeOf(template: string): string {
  return template
    .replace(/^\[[a-z]+\]:? /, '')
    .replace(/(?:%[0-9.umxX*]*[a-zA-Z])+/g, '%')
    .replace(/ in %:%$| \(%: %\)$/, '')
    .trim();
}

/** The claims with the most conditions; those for the line's block go before all others. */
function mostSpecific(claims: readonly Claim[]): readonly string[] {
  const ofBlock = claims.filter(({ signature }) => signature.block !== undefined);
  const first = ofBlock.length > 0 ? ofBlock : claims;
  const most = Math.max(...first.map(({ signature }) => conditionsOf(signature)));
  return [...new Set(first.filter(({ signature }) => conditionsOf(signature) === most).map(({ entry }) => entry.id))];
}

const conditionsOf = ({ actions, errnos, levels, schemes, containing }: Signature): number =>
  [actions, errnos, levels, schemes, containing].filter((condition) => condition !== undefined).length;

/** What an entry's `actions` name for a line that has none. */
const NO_ACTION = 'none';

function holds({ author, actions, errnos, levels, schemes, block, containing }: Signature, truth: ErrorTruth): boolean {
  return (
    author === undefined &&
    (block === undefined || block === truth.block) &&
    (actions?.includes(truth.action === '' ? NO_ACTION : truth.action) ?? true) &&
    (errnos === undefined || (truth.errno !== null && errnos.includes(truth.errno))) &&
    (levels?.includes(truth.level) ?? true) &&
    (schemes === undefined || (truth.scheme !== null && schemes.includes(truth.scheme))) &&
    (containing?.some((words) => truth.words.includes(words)) ?? true)
  );
}
