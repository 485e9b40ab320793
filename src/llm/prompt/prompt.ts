import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';

/** A file of `prompts/`: what a model is asked, with the values that it takes. */
export interface Prompt {
  /** Raised with every change of the text: answers to another version are never taken from the cache. */
  readonly version: number;
  /** The text with `{{name}}` where a value goes. */
  readonly text: string;
  readonly variables: readonly string[];
}

const Front = z.strictObject({ version: z.int().positive(), variables: z.record(z.string(), z.string()) });
const FILE = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/;
const VARIABLE = /\{\{([a-z]+)\}\}/g;

/** Tells what is wrong with a file of `prompts/`. */
export class PromptError extends Error {
  override readonly name = 'PromptError';
}

/** Reads a prompt. Throws PromptError when its front matter and its text don't name the same variables. */
export async function loadPrompt(file: URL): Promise<Prompt> {
  return parsePrompt(await readFile(file, 'utf8'), file.pathname);
}

/** The prompt in a file's content; `name` is for the error's text. */
export function parsePrompt(content: string, name: string): Prompt {
  const [, head, text = ''] = FILE.exec(content) ?? [];
  if (head === undefined) throw new PromptError(`${name} has no front matter: begin it with --- and version:`);
  const front = Front.safeParse(parse(head));
  if (!front.success) throw new PromptError(`${name}: ${z.prettifyError(front.error)}`);
  const variables = Object.keys(front.data.variables);
  const used = [...new Set([...text.matchAll(VARIABLE)].map((found) => found[1] ?? ''))];
  const unlike = [...variables.filter((one) => !used.includes(one)), ...used.filter((one) => !variables.includes(one))];
  if (unlike.length > 0)
    throw new PromptError(`${name} must both explain and use each of its variables: see ${unlike.join(', ')}`);
  return { version: front.data.version, text: text.trim(), variables };
}

/** Fills a prompt. Throws PromptError when a variable has no value. What stands in a value is never filled again. */
export function fillPrompt(prompt: Prompt, values: ReadonlyMap<string, string>): string {
  return prompt.text.replace(VARIABLE, (_, name: string) => {
    const value = values.get(name);
    if (value === undefined) throw new PromptError(`the prompt's variable ${name} got no value`);
    return value;
  });
}
