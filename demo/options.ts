import { parseArgs } from 'node:util';

/** How the demo was started. */
export interface DemoOptions {
  /** End after the first answer. */
  readonly once: boolean;
  /** The page's port; the next free one is taken where it is in use. */
  readonly port: number;
}

export const USAGE = `Usage: npm run demo -- [--once] [--port PORT]

Starts a local stand-in for Slack, the bot on it, and a page to paste nginx errors into.
  --once       print the answer to one incident and end
  --port PORT  the page's port (default 4711; the next free one where it is taken)`;

/** Reads the command line; null when it can't be understood or asks for help. */
export function parseOptions(args: readonly string[]): DemoOptions | null {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { once: { type: 'boolean', default: false }, port: { type: 'string', default: '4711' } },
    });
    const port = Number(values.port);
    return Number.isInteger(port) && port >= 0 && port < 65_536 ? { once: values.once, port } : null;
  } catch {
    return null;
  }
}
