import { z } from 'zod';
import type { Message } from '../core/message.ts';
import { LEVELS } from '../core/records/error-head.ts';

const id = z.string().regex(/^[a-z0-9_]+(--?[a-z0-9_]+)*$/, 'use lower-case words joined by hyphens');
const level = z.enum(LEVELS);
const release = z.string().regex(/^\d+\.\d+\.\d+$/, 'name a release: 1.31.5');
const word = z.string().min(1);
const flag = z.literal(true).optional();

/** One record of a catalogue in `knowledge/messages/`; its keys stand in this order. Unknown keys are refused. */
export const MessageSchema = z.strictObject({
  id,
  template: word,
  level: z.enum([...LEVELS, 'stderr', 'variable']),
  levels: z.array(level).nonempty().optional(),
  usual_level: level.optional(),
  errno_appended: z.boolean(),
  errno_optional: flag,
  errno: z
    .string()
    .regex(/^E[A-Z]+$/)
    .optional(),
  ssl_appended: flag,
  kind: z.enum(['config', 'startup', 'runtime']),
  in_file: flag,
  ctx: word,
  subsystem: word,
  project: z
    .string()
    .regex(/^[\w.-]+\/[\w.-]+$/, 'name a project on GitHub, OWNER/NAME')
    .optional(),
  file: z.string().regex(/^[\w./+-]+\.(c|h|xs|cc|cpp|lua|md)$/, 'name a source file below the source tree'),
  line: z.int().positive(),
  function: word,
  directives: z.array(word).nonempty().optional(),
  since: release.optional(),
  last_seen: release.optional(),
  platform: word,
  twin_group: z.string().startsWith('tg-').optional(),
  also_matches: z.array(id).nonempty().optional(),
  abstract: flag,
  base: id.optional(),
  generic: flag,
  common: flag,
}) satisfies z.ZodType<Message>;

/** One place in `knowledge/messages/actions.json`: nginx writes `while ` and these words after a message. */
export const ActionSchema = z.strictObject({
  action: word,
  subsystem: word,
  file: word,
  line: z.int().positive(),
  function: word,
});
export type Action = z.infer<typeof ActionSchema>;
