import { z } from 'zod';
import type { Entry } from '../core/entry.ts';
import { CONFIDENCES, SEVERITIES } from '../core/entry.ts';
import { BLOCKS } from '../core/records/block.ts';
import { ERRNO_NAMES } from '../core/records/errno.ts';
import { LEVELS } from '../core/records/error-head.ts';

const kebab = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'use kebab-case');
const prose = z.string().trim().min(1).max(700);
const line = z.string().trim().min(1).max(200);
const command = z.string().trim().min(1).max(600);
const version = z.string().regex(/^\d+\.\d+\.\d+$/, 'use a release such as 1.29.7');

const Severity = z.enum(SEVERITIES);

const Signature = z.strictObject({
  author: z.enum(['ingress-nginx']).optional(),
  template: z.string().min(3),
  actions: z.array(line).nonempty().optional(),
  errnos: z
    .array(
      z.string().refine((name) => ERRNO_NAMES.has(name), 'use a symbolic name that src/core/records/errno.ts knows'),
    )
    .nonempty()
    .optional(),
  levels: z.array(z.enum(LEVELS)).nonempty().optional(),
  schemes: z.array(z.string()).nonempty().optional(),
  block: z.enum(BLOCKS).optional(),
  containing: z.array(z.string().min(3)).nonempty().optional(),
  severity: Severity.optional(),
  source: z.string().regex(/^[\w./+-]+\.(c|h|cc|cpp|go|lua|md)$/, 'use a path in the source tree, src/…'),
  function: z.string().regex(/^\w+$/),
  since: version.optional(),
  until: version.optional(),
});

const Verification = z.strictObject({ do: prose, run: command, expect: prose });

const Step = z
  .strictObject({
    do: prose,
    run: command.optional(),
    change: z.string().trim().min(1).max(1200).optional(),
    in: line.optional(),
  })
  .refine((step) => !(step.run && step.change), 'a step has a command or a change, not both')
  .refine((step) => !step.change || step.in, 'say where the change belongs, in "in"');

const Fix = z
  .strictObject({
    title: line,
    where: z.enum(['backend', 'nginx', 'system', 'client', 'network', 'cluster']),
    steps: z.array(Step).nonempty(),
    risk: z.enum(['read-only', 'safe', 'risky']),
    undo: prose.optional(),
    sideEffects: prose.optional(),
    unconfirmed: line.regex(/^[a-z].*\.$/, 'complete the sentence "Not tried by us: …"').optional(),
  })
  .refine((fix) => fix.risk === 'read-only' || fix.undo, 'a fix that changes something says how to undo it');

const Cause = z.strictObject({
  id: kebab,
  title: line,
  why: prose,
  prior: z.number().min(-8).max(3),
  evidence: z.array(
    z.strictObject({
      signal: z.string().regex(/^[a-z0-9-]+(?::[A-Za-z0-9._,*<>=!~/\\${}'():&# -]{1,160})?$/),
      weight: z
        .number()
        .min(-8)
        .max(8)
        .refine((weight) => weight !== 0, 'a weight of 0 says nothing'),
      proves: z.boolean().optional(),
      says: line,
    }),
  ),
  ask: line.optional(),
  versions: line.optional(),
  fixes: z.array(Fix).nonempty(),
  verification: z.array(Verification).nonempty().optional(),
});

/** One file of `knowledge/<area>/`. Unknown keys are refused. */
export const EntrySchema = z
  .strictObject({
    id: kebab,
    title: z.string().trim().min(1).max(110),
    status: z.enum(['stable', 'retired']),
    severity: Severity,
    blame: z.enum(['nginx', 'backend', 'client', 'network', 'config', 'system']),
    consequenceOf: z.array(kebab).nonempty().optional(),
    signatures: z.array(Signature).nonempty(),
    meaning: prose,
    userSees: z.array(z.strictObject({ when: z.array(z.string()).nonempty().optional(), text: prose })).nonempty(),
    causes: z.array(Cause).nonempty(),
    checks: z
      .array(
        z.strictObject({
          id: kebab,
          do: prose,
          run: command,
          outcomes: z.array(z.strictObject({ shows: line, means: z.array(kebab) })).min(2),
        }),
      )
      .nonempty(),
    verification: z.array(Verification).nonempty(),
    prevention: z.array(prose).nonempty(),
    myths: z.array(z.strictObject({ claim: line, why: prose, proof: line })),
    references: z.array(z.strictObject({ title: line, url: z.httpUrl().optional() })).nonempty(),
    examples: z
      .array(
        z.strictObject({
          paste: z.string().min(1),
          cause: kebab.optional(),
          confidence: z.enum(CONFIDENCES).optional(),
        }),
      )
      .min(2),
    lookalikes: z.array(z.string().min(1)).min(1),
  })
  .refine(
    (entry) => entry.userSees.at(-1)?.when === undefined,
    'the last "userSees" has no "when"',
  ) satisfies z.ZodType<Entry>;
