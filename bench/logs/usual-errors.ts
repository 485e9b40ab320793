import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { LEVELS } from '../../src/core/records/error-head.ts';
import { ERRNO_NAMES } from './errnos.ts';
import type { Values } from './values.ts';

const UsualErrors = z.array(
  z.strictObject({
    /** nginx's format string. */
    template: z.string(),
    words: z.string(),
    level: z.enum(LEVELS),
    place: z.enum(['request', 'http', 'https', 'fastcgi', 'listener', 'none']),
    errno: z.enum(ERRNO_NAMES).optional(),
    /** OpenSSL's queue. */
    ssl: z.string().optional(),
    action: z.string().optional(),
  }),
);

/** An error that a busy server really logs. */
export type UsualError = z.infer<typeof UsualErrors>[number];

/** Where it stands: in a request, in one that was on its way to a backend (by its protocol), before there is a request, or
 * outside of connections. */
export type Place = UsualError['place'];

/** The most frequent first. */
export const USUAL_ERRORS: readonly UsualError[] = UsualErrors.parse(
  parse(readFileSync(new URL('./usual-errors.yaml', import.meta.url), 'utf8')),
);

const HOLE = /\{([a-z]+)(?::([^}]*))?\}/;

/** Fills the holes of an error's words, see usual-errors.yaml. */
export function compileWords(words: string): (values: Values) => string {
  // `split` keeps what a capture took: text, name, argument, text, name, argument … text
  const parts = words.split(HOLE);
  return (values) => {
    let filled = parts[0] ?? '';
    for (let at = 1; at < parts.length; at += 3)
      filled += fillHole(parts[at] ?? '', parts[at + 1], values) + (parts[at + 2] ?? '');
    return filled;
  };
}

function fillHole(name: string, argument: string | undefined, values: Values): string {
  switch (name) {
    case 'file':
      return values.file;
    case 'root':
      return values.site.root;
    case 'client':
      return values.client;
    case 'n':
      return String(values.below(Number(argument)));
    case 'one':
      return values.pick((argument ?? '').split('|'));
    case 'fraction':
      return String(values.below(1_000)).padStart(3, '0');
    case 'temporary':
      return `${values.below(10)}/${String(values.below(100)).padStart(2, '0')}/${String(values.below(1_000_000)).padStart(10, '0')}`;
    default:
      return `{${name}}`;
  }
}
