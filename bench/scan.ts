import { createEngine, type Engine, openEngine } from '../src/answer.ts';
import type { Message } from '../src/core/message.ts';
import { openCompiledKnowledge } from '../src/knowledge/load-compiled.ts';
import { readLines } from './read-lines.ts';

// The full analysis of one file, as the benchmark measures it: `node bench/scan.ts FILE [SIGNATURES]`. Prints the totals and
// the count of each error as JSON. With SIGNATURES the catalogue is cut, or grown by variants of its own templates, to that many.

const [file = '', signatures] = process.argv.slice(2);
const compiled = await openCompiledKnowledge();
const log = (signatures === undefined ? openEngine(compiled) : resizedEngine(Number(signatures))).openLog();
readLines(file, log.add);
const { scan, reply } = log.finish();
const counts = new Map<string, number>();
for (const { name, tally } of scan.tallies) counts.set(name, (counts.get(name) ?? 0) + tally.count);
console.log(
  JSON.stringify({
    totals: scan.totals,
    leftOut: scan.leftOut,
    answers: reply.answers.length,
    counts: Object.fromEntries(counts),
  }),
);

function resizedEngine(wanted: number): Engine {
  const knowledge = compiled.whole();
  return createEngine({ ...knowledge, messages: resize(knowledge.messages, wanted) });
}

/** The first distinct templates, those that people meet first; past the end their words are changed one by one. */
function resize(all: readonly Message[], wanted: number): readonly Message[] {
  const distinct = [...new Map(all.map((message) => [message.template, message])).values()].toSorted(
    (a, b) => Number(b.common ?? false) - Number(a.common ?? false),
  );
  const grown = [...distinct];
  for (let round = 0; grown.length < wanted; round += 1) {
    for (const message of distinct) {
      if (grown.length >= wanted) break;
      grown.push({
        ...message,
        id: `${message.id}-${round}`,
        template: message.template.replace(/[a-z]{4,}(?![a-z])/, `$&${round}`),
      });
    }
  }
  return grown.slice(0, wanted);
}
