import type { TemplatePart } from '../compiled-knowledge.ts';
import { parseTemplate, type Template } from './template.ts';

/** A format string taken apart, with what is known about it. */
export interface KnownTemplate extends Template, TemplatePart {
  /** True when what the readers take off a line's end may be part of it. */
  readonly endsLikeSuffix: boolean;
}

/** Takes the format string of a part apart. */
export function toKnownTemplate(part: TemplatePart): KnownTemplate {
  const template = parseTemplate(part.source);
  return { ...template, ...part, endsLikeSuffix: endsLikeSuffix(template) };
}

function endsLikeSuffix({ literals }: Template): boolean {
  const last = literals[literals.length - 1] ?? '';
  const beforeLast = literals[literals.length - 2] ?? '';
  return (
    last.endsWith(')') || (last === '' && beforeLast.endsWith(':')) || literals.some((one) => one.includes(' while '))
  );
}
