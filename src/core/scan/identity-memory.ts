import type { Catalogue } from '../identify/catalogue.ts';
import type { Said } from '../identify/claim-of.ts';
import { nameAmong, nameRecord } from '../identify/identify-record.ts';
import type { Block } from '../records/block.ts';
import type { Context } from '../records/context-tail.ts';
import type { Level } from '../records/error-head.ts';
import { takeSuffixesOff } from '../records/message-suffixes.ts';
import { type Alike, createAlikeMemory } from './alike-memory.ts';
import { copy } from './copy.ts';
import type { Route } from './read-route.ts';

/** Names the error of a line by what stands between its head and its context, its level, and its context (null without one): by the
 * entry's id, the format string where no entry claims it, or `unknown`. */
export type NameError = (body: string, level: Level, route: Route | null) => string;

/** A power of two. */
const SLOTS = 2_048;
const LONGEST_REMEMBERED = 512;

interface Named {
  readonly body: string;
  readonly level: Level;
  readonly scheme: string | null;
  readonly block: Block | null;
  readonly name: string;
}

/** Logs repeat themselves: a body that came lately is compared with what it was then, one that is like an earlier one takes its
 * templates from that, and only others are matched. Of these each has one place, by a number that is made from its length and a few of its characters. What comes for the first
 * time leaves its number there; what comes again is remembered. */
export function createIdentityMemory(catalogue: Catalogue): NameError {
  const memory: (Named | undefined)[] = new Array(SLOTS).fill(undefined);
  const numbers = new Int32Array(SLOTS);
  const alike = createAlikeMemory();
  const nameAlike = (body: string, level: Level, context: Context): string | null => {
    const like = alike.find(body);
    return like && nameAmong(toSaidAlike(body, level, context, like), like.fits, catalogue);
  };
  const identify = (body: string, level: Level, context: Context): string => {
    const said = toSaid(body, level, context, catalogue);
    const fits = catalogue.index.fits(said.forms);
    if (body.length <= LONGEST_REMEMBERED) alike.add(body, said, fits);
    return nameRecord(said, fits, catalogue) ?? 'unknown';
  };
  return (body, level, route) => {
    const scheme = route === null ? null : schemeOf(route.upstream);
    const block = route === null ? null : route.block;
    const number = numberOf(body);
    const slot = number & (SLOTS - 1);
    const known = memory[slot];
    if (known?.level === level && known.body === body && known.scheme === scheme && known.block === block)
      return known.name;
    const context = toContext(scheme, block);
    const alikeName = nameAlike(body, level, context);
    if (alikeName !== null) return alikeName;
    const name = identify(body, level, context);
    if (numbers[slot] === number && body.length <= LONGEST_REMEMBERED)
      memory[slot] = { body: copy(body), level, scheme: scheme && copy(scheme), block, name };
    numbers[slot] = number;
    return name;
  };
}

/** With its separator; empty where there is none. */
function schemeOf(upstream: string): string {
  const end = upstream.indexOf('://');
  return end < 0 ? '' : upstream.slice(0, end + 3);
}

function numberOf(body: string): number {
  const { length } = body;
  const half = length >> 1;
  const quarter = length >> 2;
  return (
    length * 31 +
    body.charCodeAt(0) * 7 +
    body.charCodeAt(quarter) * 131 +
    body.charCodeAt(half) * 17 +
    body.charCodeAt(half + quarter) * 1_009 +
    body.charCodeAt(length - 1) * 257
  );
}

const NO_CONTEXT: Context = { values: new Map(), cut: false };
/** Of identification's view of a context only the upstream's scheme and the block are left, so most lines share one. */
const USUAL_CONTEXTS: ReadonlyMap<string, Context> = new Map(
  ['', 'http://', 'https://', 'fastcgi://', 'uwsgi://', 'grpc://'].map((scheme) => [scheme, withUpstream(scheme)]),
);
/** A key of the context that shows its block. */
const KEYS: Readonly<Record<Block, string>> = { stream: 'udp client', mail: 'login' };

function toContext(scheme: string | null, block: Block | null): Context {
  if (scheme === null) return NO_CONTEXT;
  if (block === null) return USUAL_CONTEXTS.get(scheme) ?? withUpstream(scheme);
  return { values: new Map([...withUpstream(scheme).values, [KEYS[block], '']]), cut: false };
}

function withUpstream(scheme: string): Context {
  return { values: new Map([['upstream', scheme]]), cut: false };
}

function toSaid(body: string, level: Level, context: Context, { isAction }: Catalogue): Said {
  const { message, forms, action, errno } = takeSuffixesOff(body, isAction);
  return { author: 'nginx', level, message, forms, action, errno, context };
}

const toSaidAlike = (body: string, level: Level, context: Context, { action, errno }: Alike): Said => ({
  author: 'nginx',
  level,
  message: body,
  forms: [body],
  action,
  errno,
  context,
});
