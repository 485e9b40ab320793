/** Linux' numbers and words, as glibc has them. */
const WORDS = {
  EPERM: [1, 'Operation not permitted'],
  ENOENT: [2, 'No such file or directory'],
  EACCES: [13, 'Permission denied'],
  EEXIST: [17, 'File exists'],
  ENOTDIR: [20, 'Not a directory'],
  EISDIR: [21, 'Is a directory'],
  EMFILE: [24, 'Too many open files'],
  ENOSPC: [28, 'No space left on device'],
  EPIPE: [32, 'Broken pipe'],
  ENAMETOOLONG: [36, 'File name too long'],
  EADDRINUSE: [98, 'Address already in use'],
  ENETUNREACH: [101, 'Network is unreachable'],
  ECONNRESET: [104, 'Connection reset by peer'],
  ETIMEDOUT: [110, 'Connection timed out'],
  ECONNREFUSED: [111, 'Connection refused'],
  EHOSTUNREACH: [113, 'No route to host'],
} as const;

export type ErrnoName = keyof typeof WORDS;

export const ERRNO_NAMES: readonly ErrnoName[] = Object.keys(WORDS).filter(isErrnoName);

/** What any system call may fail with. */
export const COMMON_ERRNOS: readonly ErrnoName[] = [
  'ENOENT',
  'EACCES',
  'EMFILE',
  'ENOSPC',
  'EPIPE',
  'ECONNRESET',
  'ETIMEDOUT',
  'ECONNREFUSED',
  'ENOTDIR',
];

/** ` (111: Connection refused)`, as nginx appends it. Source: nginx src/core/ngx_log.c ngx_log_errno. */
export function errnoSuffix(name: ErrnoName): string {
  const [code, words] = WORDS[name];
  return ` (${code}: ${words})`;
}

/** True for a name whose words are known here. */
export function isErrnoName(name: string): name is ErrnoName {
  return name in WORDS;
}
