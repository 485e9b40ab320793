/** An operating system's error as nginx appends it: ` (111: Connection refused)`. */
export interface Errno {
  readonly code: number;
  /** The system's words, as pasted; empty when the line was cut before them. */
  readonly text: string;
  /** The symbolic name, the same for glibc, musl, BSD and Windows; null when neither words nor number are known. */
  readonly name: string | null;
}

// Words first, for numbers differ between systems (61 is ECONNREFUSED on BSD and ENODATA on Linux).
// Sources: glibc sysdeps/gnu/errlist.h, musl src/errno/__strerror.h, FreeBSD lib/libc/gen/errlst.c, Windows winsock error list.
const NAME_OF_WORDS: ReadonlyMap<string, string> = new Map([
  ['operation not permitted', 'EPERM'],
  ['no such file or directory', 'ENOENT'],
  ['the system cannot find the file specified', 'ENOENT'],
  ['the system cannot find the path specified', 'ENOENT'],
  ['no such process', 'ESRCH'],
  ['no such device or address', 'ENXIO'],
  ['input/output error', 'EIO'],
  ['i/o error', 'EIO'],
  ['bad file descriptor', 'EBADF'],
  ['bad file number', 'EBADF'],
  ['resource temporarily unavailable', 'EAGAIN'],
  ['cannot allocate memory', 'ENOMEM'],
  ['out of memory', 'ENOMEM'],
  ['permission denied', 'EACCES'],
  ['access is denied', 'EACCES'],
  ['an attempt was made to access a socket in a way forbidden by its access permissions', 'EACCES'],
  ['file exists', 'EEXIST'],
  ['not a directory', 'ENOTDIR'],
  ['is a directory', 'EISDIR'],
  ['invalid argument', 'EINVAL'],
  ['too many open files in system', 'ENFILE'],
  ['too many open files', 'EMFILE'],
  ['no file descriptors available', 'EMFILE'],
  ['file too large', 'EFBIG'],
  ['no space left on device', 'ENOSPC'],
  ['there is not enough space on the disk', 'ENOSPC'],
  ['read-only file system', 'EROFS'],
  ['broken pipe', 'EPIPE'],
  ['file name too long', 'ENAMETOOLONG'],
  ['filename too long', 'ENAMETOOLONG'],
  ['function not implemented', 'ENOSYS'],
  ['too many levels of symbolic links', 'ELOOP'],
  ['symbolic link loop', 'ELOOP'],
  ['disk quota exceeded', 'EDQUOT'],
  ['quota exceeded', 'EDQUOT'],
  ['protocol not available', 'ENOPROTOOPT'],
  ['message too long', 'EMSGSIZE'],
  ['address family not supported by protocol', 'EAFNOSUPPORT'],
  ['address family not supported by protocol family', 'EAFNOSUPPORT'],
  ['address already in use', 'EADDRINUSE'],
  ['address in use', 'EADDRINUSE'],
  ['only one usage of each socket address (protocol/network address/port) is normally permitted', 'EADDRINUSE'],
  ['cannot assign requested address', 'EADDRNOTAVAIL'],
  ["can't assign requested address", 'EADDRNOTAVAIL'],
  ['address not available', 'EADDRNOTAVAIL'],
  ['network is unreachable', 'ENETUNREACH'],
  ['network unreachable', 'ENETUNREACH'],
  ['software caused connection abort', 'ECONNABORTED'],
  ['connection aborted', 'ECONNABORTED'],
  ['an established connection was aborted by the software in your host machine', 'ECONNABORTED'],
  ['connection reset by peer', 'ECONNRESET'],
  ['an existing connection was forcibly closed by the remote host', 'ECONNRESET'],
  ['no buffer space available', 'ENOBUFS'],
  ['transport endpoint is not connected', 'ENOTCONN'],
  ['socket is not connected', 'ENOTCONN'],
  ['socket not connected', 'ENOTCONN'],
  ['connection timed out', 'ETIMEDOUT'],
  ['operation timed out', 'ETIMEDOUT'],
  [
    'a connection attempt failed because the connected party did not properly respond after a period of time',
    'ETIMEDOUT',
  ],
  ['connection refused', 'ECONNREFUSED'],
  ['no connection could be made because the target machine actively refused it', 'ECONNREFUSED'],
  ['host is down', 'EHOSTDOWN'],
  ['no route to host', 'EHOSTUNREACH'],
  ['host is unreachable', 'EHOSTUNREACH'],
]);

const NAME_OF_CODE: ReadonlyMap<number, string> = new Map([
  [1, 'EPERM'],
  [2, 'ENOENT'],
  [3, 'ESRCH'],
  [5, 'EIO'],
  [6, 'ENXIO'],
  [9, 'EBADF'],
  [11, 'EAGAIN'],
  [12, 'ENOMEM'],
  [13, 'EACCES'],
  [17, 'EEXIST'],
  [20, 'ENOTDIR'],
  [21, 'EISDIR'],
  [22, 'EINVAL'],
  [23, 'ENFILE'],
  [24, 'EMFILE'],
  [27, 'EFBIG'],
  [28, 'ENOSPC'],
  [30, 'EROFS'],
  [32, 'EPIPE'],
  [36, 'ENAMETOOLONG'],
  [38, 'ENOSYS'],
  [40, 'ELOOP'],
  [90, 'EMSGSIZE'],
  [92, 'ENOPROTOOPT'],
  [97, 'EAFNOSUPPORT'],
  [98, 'EADDRINUSE'],
  [99, 'EADDRNOTAVAIL'],
  [101, 'ENETUNREACH'],
  [103, 'ECONNABORTED'],
  [104, 'ECONNRESET'],
  [105, 'ENOBUFS'],
  [107, 'ENOTCONN'],
  [110, 'ETIMEDOUT'],
  [111, 'ECONNREFUSED'],
  [112, 'EHOSTDOWN'],
  [113, 'EHOSTUNREACH'],
  [122, 'EDQUOT'],
  [10013, 'EACCES'],
  [10048, 'EADDRINUSE'],
  [10049, 'EADDRNOTAVAIL'],
  [10051, 'ENETUNREACH'],
  [10053, 'ECONNABORTED'],
  [10054, 'ECONNRESET'],
  [10055, 'ENOBUFS'],
  [10057, 'ENOTCONN'],
  [10060, 'ETIMEDOUT'],
  [10061, 'ECONNREFUSED'],
  [10065, 'EHOSTUNREACH'],
]);

/** Every symbolic name that a line can be given; entries may name only these. */
export const ERRNO_NAMES: ReadonlySet<string> = new Set(NAME_OF_CODE.values());

/** As most systems write them, so that most need no look at their case and their end. */
const NAME_OF_USUAL_WORDS: ReadonlyMap<string, string> = new Map(
  [...NAME_OF_WORDS].map(([words, name]) => [words.charAt(0).toUpperCase() + words.slice(1), name]),
);

/** Names an error by its words, or by its Linux or Windows number where the words are cut short or in another language. */
export function toErrno(code: number, text: string): Errno {
  return { code, text, name: NAME_OF_USUAL_WORDS.get(text) ?? nameOf(code, text) };
}

function nameOf(code: number, text: string): string | null {
  const words = text.toLowerCase().replace(/[.\s]+$/, '');
  // Windows explains at length: its first clause names the error
  const [clause = ''] = words.split(', or ');
  return NAME_OF_WORDS.get(words) ?? NAME_OF_WORDS.get(clause) ?? NAME_OF_CODE.get(code) ?? null;
}
