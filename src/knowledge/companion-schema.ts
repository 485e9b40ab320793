import { z } from 'zod';
import type { Companion } from '../core/companion.ts';

const kebab = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'use kebab-case');

/** One file of `knowledge/companions/`. Unknown keys are refused. */
export const CompanionSchema = z.strictObject({
  program: kebab,
  title: z.string().trim().min(1).max(80),
  patterns: z
    .array(
      z.strictObject({
        id: kebab,
        template: z.string().min(8),
        at: z.enum(['start', 'anywhere']),
        means: z.string().trim().min(1).max(300),
        examples: z.array(z.string().min(1)).nonempty(),
      }),
    )
    .nonempty(),
  lookalikes: z.array(z.string().min(1)).nonempty(),
}) satisfies z.ZodType<Companion>;
