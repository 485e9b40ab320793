import pc from 'picocolors';
import type { Entry } from '../core/entry.ts';

/** The three things that have a colour on a terminal; everything else is plain. */
export interface Paint {
  readonly headline: (severity: Entry['severity'], text: string) => string;
  readonly confirmed: (text: string) => string;
  readonly command: (text: string) => string;
}

/** Without `colours` every text is returned as it came. */
export function createPaint(colours: boolean): Paint {
  const colour = pc.createColors(colours);
  const bySeverity = { critical: colour.red, error: colour.red, warning: colour.yellow, harmless: colour.green };
  return {
    headline: (severity, text) => colour.bold(bySeverity[severity](text)),
    confirmed: colour.green,
    command: colour.cyan,
  };
}

/** Whether to colour what goes to `stream`: `NO_COLOR` forbids, `FORCE_COLOR` (not `0`) demands, else a terminal decides. */
export function wantsColours(
  environment: Readonly<Record<string, string | undefined>>,
  stream: { readonly isTTY?: boolean },
): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = environment;
  if (NO_COLOR) return false;
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '') return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  return stream.isTTY === true && TERM !== 'dumb';
}
