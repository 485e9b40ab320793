import { toDrawable } from '../core/reply/drawable.ts';

/** An input that can't be read, in words for the person who named it: what, where, what to do. */
export class InputError extends Error {
  override readonly name = 'InputError';
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file. `nginx -T 2>/dev/null | grep error_log` shows where nginx writes its log',
  ENOTDIR: 'a part of that path is no directory',
  EACCES: 'this user may not read it. Run it with sudo, or as a member of the group that owns the log (often adm)',
  EPERM: 'this user may not read it. Run it with sudo',
  EISDIR: 'it is a directory. Name the log file in it, such as error.log',
  EMFILE: 'too many files are open. Name fewer at once',
};
const DAMAGED =
  'its compressed data is damaged or ends early. `gzip -t` or `zstd -t` shows where; unpack what is left and name that';

/** Turns what Node throws while `input` (`-` is standard input) is read into words. */
export function toInputError(input: string, error: unknown): InputError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const known = REASONS[code] ?? (/^(?:Z_|ZSTD_|ERR_ZSTD)/.test(code) ? DAMAGED : null);
  const reason = known ?? (error instanceof Error ? error.message : String(error));
  const name = input === '-' ? 'standard input' : `"${toDrawable(input)}"`;
  return new InputError(`can't read ${name}: ${toDrawable(reason)}.`, { cause: error });
}
