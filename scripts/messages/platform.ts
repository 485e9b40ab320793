/** Where a piece of source is compiled: `any` is every system with the option switched on. */
export type Platform = 'any' | 'linux' | 'freebsd' | 'darwin' | 'solaris' | 'win32' | 'other';

const OF_PATH: readonly (readonly [RegExp, Platform])[] = [
  [/\/win32\/|win32|iocp|acceptex|connectex/, 'win32'],
  [/ngx_(?:freebsd|kqueue)/, 'freebsd'],
  [/ngx_(?:linux|epoll)/, 'linux'],
  [/ngx_(?:solaris|eventport|devpoll)/, 'solaris'],
  [/ngx_darwin/, 'darwin'],
];

const OF_CONDITION: readonly (readonly [RegExp, Platform])[] = [
  [/NGX_WIN32|NGX_HAVE_IOCP/, 'win32'],
  [/NGX_LINUX|NGX_HAVE_EPOLL(?!RDHUP)/, 'linux'],
  [/NGX_FREEBSD|NGX_HAVE_KQUEUE|NGX_HAVE_SETFIB|NGX_HAVE_DEFERRED_ACCEPT && defined SO_ACCEPTFILTER/, 'freebsd'],
  [/NGX_SOLARIS|NGX_HAVE_EVENTPORT|NGX_HAVE_DEVPOLL/, 'solaris'],
  [/NGX_DARWIN/, 'darwin'],
];

// Present on every system that nginx is run on today, so only their absence says something.
const EVERYWHERE = /NGX_HAVE_INET6|NGX_HAVE_UNIX_DOMAIN/;

/** The system a file is for, by its path. */
const platformOfPath = (file: string): Platform => OF_PATH.find(([path]) => path.test(file))?.[1] ?? 'any';

/** Follows `#if`, `#else` and `#endif` through a file. */
export interface Conditions {
  readonly see: (directive: string) => void;
  readonly platform: () => Platform;
  /** True below `#if 0`: kept in the source, never compiled. */
  readonly isDead: () => boolean;
}

/** Starts at the top of `file`. */
export function followConditions(file: string): Conditions {
  const own = platformOfPath(file);
  const open: { condition: string; taken: boolean }[] = [];
  return {
    see(directive) {
      const [, word = '', condition = ''] = /^# ?(\w+) ?(.*)$/.exec(directive) ?? [];
      if (word.startsWith('if')) open.push({ condition: word === 'ifndef' ? `!${condition}` : condition, taken: true });
      const last = open.at(-1);
      if (word === 'endif') open.pop();
      else if (word === 'elif' && last) Object.assign(last, { condition, taken: true });
      else if (word === 'else' && last) last.taken = false;
    },
    isDead: () => open.some(({ condition, taken }) => taken && /^\(?0\)?$/.test(condition)),
    platform() {
      if (own !== 'any') return own;
      return open.map(platformOf).findLast((platform) => platform !== 'any') ?? 'any';
    },
  };
}

function platformOf({ condition, taken }: { condition: string; taken: boolean }): Platform {
  if (EVERYWHERE.test(condition)) return taken ? 'any' : 'other';
  const negated = /^\(?!/.test(condition);
  if (negated === taken) return 'any';
  return OF_CONDITION.find(([pattern]) => pattern.test(condition))?.[1] ?? 'any';
}
