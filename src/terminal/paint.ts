import type { Severity } from '../core/entry.ts';

/** The three things that have a colour on a terminal; everything else is plain. */
export interface Paint {
  readonly headline: (severity: Severity, text: string) => string;
  readonly confirmed: (text: string) => string;
  readonly command: (text: string) => string;
}

const PLAIN: Paint = { headline: (_, text) => text, confirmed: (text) => text, command: (text) => text };

/** Without `colours` every text is returned as it came. */
export async function createPaint(colours: boolean): Promise<Paint> {
  if (!colours) return PLAIN;
  const { default: picocolors } = await import('picocolors');
  const colour = picocolors.createColors(true);
  const bySeverity = { critical: colour.red, error: colour.red, warning: colour.yellow, harmless: colour.green };
  return {
    headline: (severity, text) => colour.bold(bySeverity[severity](text)),
    confirmed: colour.green,
    command: colour.cyan,
  };
}

/** Whether to colour: `NO_COLOR` forbids, `FORCE_COLOR` (not `0`) demands, else a terminal decides. */
export function wantsColours(environment: Readonly<Record<string, string | undefined>>, isTerminal: boolean): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = environment;
  if (NO_COLOR) return false;
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '') return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  return isTerminal && TERM !== 'dumb';
}
