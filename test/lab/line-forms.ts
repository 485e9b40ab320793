import type { Entry } from '../../src/core/entry.ts';
import { identifyRecord } from '../../src/core/identify/identify-record.ts';
import { splitPaste } from '../../src/core/paste/split-paste.ts';
import { runAll } from '../../src/core/steps.ts';
import type { EngineParts } from '../../src/engine-parts.ts';
import type { Result } from './result.ts';

/** How nginx wrote the lines of this entry in a text, without their values: level, whether it names a connection, format string, errno,
 * OpenSSL's errors, action, place in the configuration, and the keys of the context in their order. */
export function readLineForms(text: string, entry: string, { catalogue, read }: EngineParts): readonly string[] {
  return runAll(read(splitPaste(text))).contents.records.flatMap((record) => {
    const identified = record.kind === 'error' ? identifyRecord(record, catalogue) : null;
    if (identified?.entry?.id !== entry) return [];
    const { level, connection, errno, ssl, action, inFile, context } = identified.record;
    const head = `[${level}]${connection === null ? '' : ' *connection'}`;
    const tail = [
      errno?.name,
      ssl && 'SSL',
      action && `while ${action}`,
      inFile && 'in file',
      ...context.values.keys(),
    ];
    return [`${head} ${[identified.template, ...tail.filter(Boolean)].join(', ')}`];
  });
}

/** Scenarios whose entry has no example of the form in which nginx wrote its line there, one sentence for each. */
export function findStrangers(
  ran: readonly Result[],
  entries: readonly Entry[],
  parts: EngineParts,
): readonly string[] {
  return ran.flatMap(({ name, entry, captured }) => {
    const [form] = readLineForms(captured.error, entry, parts);
    if (form === undefined) return [`${name}: nginx wrote no line of ${entry}`];
    const examples = entries.find(({ id }) => id === entry)?.examples ?? [];
    return examples.some(({ paste }) => readLineForms(paste, entry, parts).includes(form))
      ? []
      : [`${name}: no example of ${entry} has the form ${form}; npm run lab:lines -- ${name} prints one`];
  });
}
