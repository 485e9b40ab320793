import { matchTemplate } from '../../src/core/identify/match-template.ts';
import { parseTemplate } from '../../src/core/identify/template.ts';
import type { Message } from '../../src/core/message.ts';
import { createChooser } from '../../src/core/messages/chooser.ts';
import { fillTemplate } from '../../src/core/messages/fill-template.ts';

const SEED = 1;

/** Ids of messages whose template also fits what this message writes, with fewer words of its own. */
export function findWider(message: Message, all: readonly Message[]): readonly string[] {
  const own = parseTemplate(message.template);
  const text = fillTemplate(message.template, message.directives ?? [], createChooser(SEED)).replace(/\s*\n\s*/g, ' ');
  const wider = all.filter(({ template, abstract, generic }) => {
    if (abstract || generic || template === message.template) return false;
    const other = parseTemplate(template);
    return other.weight > 0 && other.weight < own.weight && matchTemplate(other, text) !== null;
  });
  return [...new Map(wider.map(({ template, id }) => [template, id])).values()];
}
