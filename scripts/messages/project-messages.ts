import { parseTemplate } from '../../src/core/identify/template.ts';
import type { Message } from '../../src/core/message.ts';
import type { ScannedMessage } from './scan.ts';
import { toMessage } from './to-message.ts';
import { findWider } from './wider.ts';

/** Shorter texts would fit lines that other programs wrote. */
const FEWEST_LETTERS = 8;
const FEWEST_LETTERS_AFTER_VALUE = 16;
/** A known template with this share of a message's characters says the same. */
const SAME_SHARE = 0.5;

/** Makes records of what a project that is no part of nginx logs. Texts that `known` has, or has a frame for, are left out: nobody
 * could tell whose they are. Of the same text at several places the first is kept, which is enough to tell whose words they are. */
export function toProjectMessages(
  project: string,
  scanned: readonly ScannedMessage[],
  known: readonly Message[],
): readonly Message[] {
  const texts = new Set(known.map(({ template }) => template));
  const own = scanned.filter(
    ({ template, abstract, function: name }) =>
      !abstract && name !== '' && !texts.has(template) && saysEnough(template),
  );
  const byText = new Map(own.toReversed().map((message) => [message.template, message]));
  const templates = new Map(known.map((message) => [message.id, message.template]));
  return [...byText.values()]
    .map((message) => toProjectMessage(project, message))
    .filter((message) => !findWider(message, known).some((id) => isSame(message.template, templates.get(id) ?? '')));
}

function toProjectMessage(project: string, scanned: ScannedMessage): Message {
  const message = toMessage(scanned, [], undefined);
  const tail = /rtmp|stream/.test(`${project}/${scanned.file}`) ? 'stream' : 'http';
  return {
    ...message,
    ctx: message.in_file || message.level === 'stderr' || isAboutAll(message) ? 'none' : tail,
    subsystem: 'project',
    project,
  };
}

/** At these levels it is about the whole server and not about one request. */
const isAboutAll = ({ level }: Message): boolean => level === 'emerg' || level === 'alert' || level === 'crit';

const weightOf = (template: string): number => parseTemplate(template).weight;

const isSame = (own: string, wider: string): boolean => weightOf(wider) >= weightOf(own) * SAME_SHARE;

function saysEnough(template: string): boolean {
  const { literals } = parseTemplate(template);
  const letters = literals.join('').replace(/[^A-Za-z]/g, '').length;
  return letters >= (/^[^A-Za-z]*$/.test(literals[0] ?? '') ? FEWEST_LETTERS_AFTER_VALUE : FEWEST_LETTERS);
}
