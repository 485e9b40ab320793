import { readFileSync } from 'node:fs';

/** The text of a file, also of one below /proc; empty when there is none, or none any more. */
export function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
