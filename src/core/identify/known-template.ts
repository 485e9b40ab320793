import type { TemplatePart } from '../compiled-knowledge.ts';
import type { Signature } from '../entry.ts';
import type { Message } from '../message.ts';
import { once } from '../once.ts';
import type { Block } from '../records/block.ts';
import type { Author } from '../records/log-record.ts';
import { parseTemplate, type Template } from './template.ts';

/** A signature of an entry, by the entry's number. */
export interface Claim extends Conditions {
  readonly entry: number;
  readonly signature: Signature;
}

/** What a signature asks for; null where it does not. */
interface Conditions {
  readonly author: Author;
  readonly actions: readonly string[] | null;
  readonly errnos: readonly string[] | null;
  readonly levels: readonly string[] | null;
  readonly schemes: readonly string[] | null;
  readonly block: Block | null;
  readonly containing: readonly string[] | null;
}

/** A format string taken apart, with what is known about it. */
export interface KnownTemplate extends Template {
  /** Every place in nginx that logs it; empty for a template that only an entry knows. Read when it is first asked for: most logs only
   * need names. */
  readonly messages: () => readonly Message[];
  /** Those with more conditions first. */
  readonly claims: readonly Claim[];
  /** As in `TemplatePart`. */
  readonly steady: boolean;
  /** True when what the readers take off a line's end may be part of it. */
  readonly endsLikeSuffix: boolean;
}

/** Takes the format string of a part apart; `readPart` reads it, again for its messages. */
export function toKnownTemplate(readPart: () => TemplatePart): KnownTemplate {
  const { source, steady, claims } = readPart();
  const template = parseTemplate(source);
  return {
    ...template,
    messages: once(() => readPart().messages),
    claims: claims.map(toClaim),
    steady,
    endsLikeSuffix: endsLikeSuffix(template),
  };
}

/** All claims look the same to the processor, whatever their signatures leave out. */
function toClaim({ entry, signature }: TemplatePart['claims'][number]): Claim {
  const { author = 'nginx', actions = null, errnos = null, levels = null } = signature;
  const { schemes = null, block = null, containing = null } = signature;
  return { entry, signature, author, actions, errnos, levels, schemes, block, containing };
}

function endsLikeSuffix({ literals }: Template): boolean {
  const last = literals[literals.length - 1] ?? '';
  const beforeLast = literals[literals.length - 2] ?? '';
  return (
    last.endsWith(')') || (last === '' && beforeLast.endsWith(':')) || literals.some((one) => one.includes(' while '))
  );
}
