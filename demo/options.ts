import { parseArgs } from 'node:util';
import { DEMO_MODELS, type DemoModel } from './start-model.ts';

/** How the demo was started. */
export interface DemoOptions {
  /** End after the first answer. */
  readonly once: boolean;
  /** The page's port; the next free one is taken where it is in use. */
  readonly port: number;
  /** The made-up model that explains; null where there are no explanations. */
  readonly model: DemoModel | null;
}

export const USAGE = `Usage: npm run demo -- [--once] [--port PORT] [--explain] [--model MODEL]

Starts a local stand-in for Slack, the bot on it, and a page to paste nginx errors into.
  --once         print the answer to one incident and end
  --port PORT    the page's port (default 4711; the next free one where it is taken)
  --explain      with explanations, by a made-up model on this machine
  --model MODEL  which one: ${DEMO_MODELS.join(', ')} (default sound)`;

/** Reads the command line; null when it can't be understood or asks for help. */
export function parseOptions(args: readonly string[]): DemoOptions | null {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        once: { type: 'boolean', default: false },
        port: { type: 'string', default: '4711' },
        explain: { type: 'boolean', default: false },
        model: { type: 'string' },
      },
    });
    const port = Number(values.port);
    const model = DEMO_MODELS.find((name) => name === (values.model ?? 'sound'));
    if (!model || !Number.isInteger(port) || port < 0 || port > 65_535) return null;
    return { once: values.once, port, model: values.explain || values.model !== undefined ? model : null };
  } catch {
    return null;
  }
}
