import { parse } from 'partial-json';
import { z } from 'zod';

/** A piece of what a model says. `mostLikely` comes at most once, before the sentences, from servers that keep to the schema. */
export type Said =
  | { readonly kind: 'most-likely'; readonly id: string }
  | { readonly kind: 'sentence'; readonly text: string };

/** What a model sent is neither prose nor the JSON that it was asked for. */
export class BrokenAnswer extends Error {
  override readonly name = 'BrokenAnswer';
}

/** A tenth of this is a long answer. */
const MOST_CHARACTERS = 12_000;
const Structured = z.object({ mostLikely: z.string().optional(), sentences: z.array(z.string()).default([]) });

/** Cuts a stream of text into sentences as they get complete. Throws BrokenAnswer for JSON that isn't ours and for more text than any
 * answer has; `onProse` is called when a server that was asked for JSON sends prose. */
export async function* readSentences(
  deltas: AsyncIterable<string>,
  wantsJson: boolean,
  onProse: () => void,
): AsyncGenerator<Said> {
  let text = '';
  let isJson: boolean | null = null;
  const prose = createProse();
  const json = createJson();
  for await (const delta of deltas) {
    text += delta;
    if (text.length > MOST_CHARACTERS) throw new BrokenAnswer('the answer is longer than any explanation');
    const start = text.trimStart().replace(/^```(?:json)?\s*/, '');
    if (isJson === null && start !== '' && !'```json'.startsWith(text.trim())) {
      isJson = start.startsWith('{');
      if (wantsJson && !isJson) onProse();
    }
    if (isJson !== null) yield* isJson ? json(start, false) : prose(text, false);
  }
  if (isJson !== null)
    yield* isJson ? json(text.trim().replace(/^```(?:json)?\s*|\s*```$/g, ''), true) : prose(text, true);
}

type Reader = (text: string, isWhole: boolean) => Generator<Said>;

/** Sentences end where Unicode says so; the last one may still grow. Source: UAX #29, by Intl.Segmenter. */
function createProse(): Reader {
  const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
  let from = 0;
  return function* (text, isWhole) {
    const segments = [...segmenter.segment(text.slice(from))];
    for (const { segment } of isWhole ? segments : segments.slice(0, -1)) {
      from += segment.length;
      if (segment.trim() !== '') yield { kind: 'sentence', text: segment.trim() };
    }
  };
}

function createJson(): Reader {
  let told = 0;
  let hasToldFirst = false;
  return function* (text, isWhole) {
    const read = Structured.safeParse(isWhole ? parseWhole(text) : parse(text));
    if (!read.success) {
      if (isWhole) throw new BrokenAnswer('the answer is JSON of another shape');
      return;
    }
    const { mostLikely, sentences } = read.data;
    const isKnown = mostLikely !== undefined && (sentences.length > 0 || isWhole);
    if (isKnown && !hasToldFirst) yield { kind: 'most-likely', id: mostLikely };
    hasToldFirst ||= isKnown;
    for (const sentence of sentences.slice(told, isWhole ? undefined : -1)) {
      told += 1;
      yield { kind: 'sentence', text: sentence };
    }
  };
}

function parseWhole(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new BrokenAnswer('the answer is JSON that ends in the middle', { cause });
  }
}
