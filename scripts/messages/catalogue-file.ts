import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import type { Message } from '../../src/core/message.ts';
import { type Action, ActionSchema, MessageSchema } from '../../src/knowledge/message-schema.ts';

/** Reads one catalogue of `knowledge/messages/`. Throws when a record is not as the schema says. */
export const readCatalogue = (file: string): readonly Message[] =>
  z.array(MessageSchema).parse(JSON.parse(readFileSync(file, 'utf8')));

/** Reads `knowledge/messages/actions.json`. */
export const readActions = (file: string): readonly Action[] =>
  z.array(ActionSchema).parse(JSON.parse(readFileSync(file, 'utf8')));

/** Writes one record a line, by project, file, line and id, keys in the schema's order: a change of one message is a change of one line.
 * Throws when a record is not as the schema says. */
export function writeCatalogue(file: string, messages: readonly Message[]): void {
  const sorted = z
    .array(MessageSchema)
    .parse(messages)
    .toSorted(
      (a, b) =>
        compare(a.project ?? '', b.project ?? '') || compare(a.file, b.file) || a.line - b.line || compare(a.id, b.id),
    );
  writeFileSync(file, toLines(sorted.map((message) => inOrder(message, Object.keys(MessageSchema.shape)))));
}

/** Writes the actions in the same layout. */
export function writeActions(file: string, actions: readonly Action[]): void {
  const sorted = actions.toSorted((a, b) => compare(a.file, b.file) || a.line - b.line || compare(a.action, b.action));
  writeFileSync(file, toLines(sorted.map((action) => inOrder(action, Object.keys(ActionSchema.shape)))));
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

const inOrder = (record: object, order: readonly string[]): object =>
  Object.fromEntries(Object.entries(record).toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b)));

const toLines = (records: readonly object[]): string =>
  `[\n${records.map((record) => JSON.stringify(record)).join(',\n')}\n]\n`;
