import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { ManifestSchema } from './manifest-schema.ts';

/** The manifest doesn't fit the bot: Slack would refuse it, or some way to ask would not work. */
export class ManifestError extends Error {
  override readonly name = 'ManifestError';
  readonly problems: readonly string[];
  constructor(file: string, problems: readonly string[]) {
    super(`${file}: ${problems.join('; ')}. Correct it, then run: node src/bot.ts --check`);
    this.problems = problems;
  }
}

/** Checks `slack-manifest.yaml`. Throws ManifestError with each problem and its path. */
export function checkManifest(file: string): void {
  const result = ManifestSchema.safeParse(readYaml(file));
  if (result.success) return;
  const problems = result.error.issues.map(
    ({ path, message }) => `${z.core.toDotPath(path) || 'the file'}: ${message}`,
  );
  throw new ManifestError(file, problems);
}

function readYaml(file: string): unknown {
  try {
    return parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new ManifestError(file, [error instanceof Error ? error.message : 'it could not be read']);
  }
}
