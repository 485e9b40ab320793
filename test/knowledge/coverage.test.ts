import { expect, test } from 'vitest';
import { compileKnowledge } from '../../src/core/compile-knowledge.ts';
import { createCatalogue } from '../../src/core/identify/catalogue.ts';
import { identifyRecord } from '../../src/core/identify/identify-record.ts';
import type { Message } from '../../src/core/message.ts';
import { renderSample } from '../../src/core/messages/render-sample.ts';
import { splitPaste } from '../../src/core/paste/split-paste.ts';
import { readBareMessage, readErrorLine } from '../../src/core/records/read-error.ts';
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts';

const knowledge = loadKnowledge('knowledge');
const catalogue = createCatalogue(compileKnowledge(knowledge));
const SEEDS = [1, 2, 3];
/** Distinct templates at notice and above that are identified whatever fills them. The number may only rise. */
const IDENTIFIED = 3_809;

const QUIET = new Set(['info', 'debug']);
const isLoud = ({ level, levels }: Message): boolean =>
  level === 'variable' ? (levels ?? []).some((one) => !QUIET.has(one)) : !QUIET.has(level);

/** What is left of a format string without the differences that no log line shows. */
const shapeOf = (template: string): string =>
  template
    .replace(/^\[[a-z]+\]:? /, '')
    .replace(/%[0-9.umxX*]*[a-zA-Z]/g, '%')
    .replace(/ in %:%$| \(%: %\)$/, '')
    .trim();

const templatesOf = new Map(knowledge.messages.map(({ id, template }) => [id, template]));

function isItself(message: Message, seed: number): boolean {
  const [line] = splitPaste(renderSample(message, seed));
  if (!line) return false;
  const record = readErrorLine(line, catalogue.isAction) ?? readBareMessage(line, catalogue.isAction);
  const found = identifyRecord(record, catalogue)?.template;
  if (found === undefined) return false;
  const wider = (message.also_matches ?? []).map((id) => templatesOf.get(id));
  return shapeOf(found) === shapeOf(message.template) || wider.includes(found);
}

test('every message at notice and above is identified as itself or as a twin', () => {
  const distinct = new Map(
    knowledge.messages
      .filter((message) => !message.abstract && !message.generic && isLoud(message))
      .map((message) => [message.template, message]),
  );
  const missed = [...distinct.values()].filter((message) => !SEEDS.every((seed) => isItself(message, seed)));
  console.log(`messages identified as themselves: ${distinct.size - missed.length} of ${distinct.size}`);
  expect(missed.map(({ template }) => template)).toEqual([]);
  expect(distinct.size - missed.length).toBeGreaterThanOrEqual(IDENTIFIED);
});

test('every action that nginx writes after "while" is recognised', () => {
  const missed = knowledge.actions.filter((action) => {
    const [line] = splitPaste(
      `2026/11/22 10:15:42 [error] 7#7: *1 recv() failed (104: Connection reset by peer) while ${action}, client: 192.0.2.1, server: a`,
    );
    return !line || readErrorLine(line, catalogue.isAction)?.action !== action;
  });
  console.log(`actions recognised: ${knowledge.actions.length - missed.length} of ${knowledge.actions.length}`);
  expect(missed).toEqual([]);
});
