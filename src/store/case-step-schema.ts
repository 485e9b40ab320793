import { z } from 'zod';
import type { CaseStep } from '../core/case/case-step.ts';
import { SEVERITIES } from '../core/entry.ts';
import { LEVELS } from '../core/records/error-head.ts';

const place = { paste: z.number(), line: z.number() };
const text = z.string().nullable();
const number = z.number().nullable();
const numbers = z.array(z.number());

const ErrorFactsSchema = z.strictObject({
  ...place,
  time: text,
  level: z.enum(LEVELS).nullable(),
  pid: number,
  connection: number,
  errno: z.strictObject({ code: z.number(), name: text }).nullable(),
  action: text,
  request: text,
  upstream: text,
});
const FindingFactsSchema = z.strictObject({
  entry: text,
  template: z.string(),
  message: text,
  tally: z.strictObject({ count: z.number(), firstAt: text, lastAt: text }),
  // facts of earlier releases have none
  severity: z.enum(SEVERITIES).nullable().default(null),
  values: z.record(z.string(), z.string()),
  lines: z.array(ErrorFactsSchema),
  shown: z.array(z.strictObject({ ...place, signal: z.string(), text: z.string() })),
});
const OtherFactsSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('access'),
    ...place,
    time: text,
    method: text,
    path: text,
    status: number,
    requestTime: number,
    upstreamStatuses: numbers,
    upstreamTimes: numbers,
    upstreamConnectTimes: numbers,
  }),
  z.strictObject({
    kind: z.literal('companion'),
    ...place,
    program: z.string(),
    pattern: z.string(),
    template: z.string(),
    time: text,
    listens: z.record(z.string(), z.string()),
  }),
  z.strictObject({ kind: z.literal('output'), ...place, text: z.string(), shows: z.array(z.string()) }),
  z.strictObject({ kind: z.literal('notice'), ...place, message: z.string(), time: text, pid: number }),
]);
const CaseFactsSchema = z.strictObject({
  version: z.literal(1),
  pastes: z.number(),
  findings: z.array(FindingFactsSchema),
  others: z.array(OtherFactsSchema),
});
const CaseStepSchema: z.ZodType<CaseStep> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('paste'), facts: CaseFactsSchema, isTold: z.boolean() }),
  z.strictObject({ kind: z.literal('applied'), at: z.number() }),
]);

/** A step as the store holds it; null for one of another version, or that something else wrote. */
export function parseCaseStep(json: string): CaseStep | null {
  try {
    return CaseStepSchema.safeParse(JSON.parse(json)).data ?? null;
  } catch {
    return null;
  }
}
