import type { FindingAnswer } from '../../core/reply/reply.ts';

/** `[gunicorn-worker-timeout]`, `[fix:gunicorn-worker-timeout]`, `[check:backend-log]`: how prose refers to the knowledge. */
export const REFERENCE = /\[((?:fix:|check:)?[a-z0-9]+(?:-[a-z0-9]+)*)\]/g;

/** What a reference stands for. */
export interface Referred {
  readonly kind: 'cause' | 'fix' | 'check';
  /** The cause's id; the check's own for a check. */
  readonly id: string;
  /** As the knowledge words it, with the reader's values filled in. */
  readonly title: string;
}

/** Null when the answer has nothing of that id. */
export function findReferred(reference: string, { causes, checks }: FindingAnswer): Referred | null {
  const [kind, rest] = reference.includes(':') ? reference.split(':') : ['cause', reference];
  const id = rest ?? '';
  if (kind === 'check') {
    const check = checks.find((one) => one.id === id);
    return check ? { kind, id, title: check.do } : null;
  }
  const cause = causes.find((one) => one.id === id);
  if (!cause) return null;
  if (kind !== 'fix') return { kind: 'cause', id, title: cause.title };
  const [fix] = cause.fixes;
  return fix ? { kind, id, title: fix.title } : null;
}
