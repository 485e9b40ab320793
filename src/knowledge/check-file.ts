import { readFileSync } from 'node:fs';
import { parse, YAMLParseError } from 'yaml';
import { z } from 'zod';

/** A file of `knowledge/` that can't be used. Thrown while loading, so nothing starts on half a knowledge base. */
export class KnowledgeError extends Error {
  override readonly name = 'KnowledgeError';
  readonly file: string;
  readonly problems: readonly string[];

  constructor(file: string, problems: readonly string[]) {
    super(`${file}: ${problems.join('; ')}. Fix it, then run: npm run knowledge:lint`);
    this.file = file;
    this.problems = problems;
  }
}

/** Reads one YAML file and checks it. Throws KnowledgeError with each problem and its path. */
export function readKnowledgeFile<T>(file: string, schema: z.ZodType<T>): T {
  const result = schema.safeParse(parseYaml(file));
  if (result.success) return result.data;
  throw new KnowledgeError(
    file,
    result.error.issues.map((issue) => `${z.core.toDotPath(issue.path) || 'the file'}: ${issue.message}`),
  );
}

function parseYaml(file: string): unknown {
  try {
    return parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error instanceof YAMLParseError) throw new KnowledgeError(file, [error.message]);
    throw error;
  }
}
