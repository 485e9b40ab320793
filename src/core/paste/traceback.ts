import type { PastedLine } from './pasted-line.ts';

/** Who writes messages of several lines into nginx's log: lua, njs, Kong, ModSecurity's rule loader. */
const SPEAKER =
  /\blua (?:entry|user) thread aborted: |\bfailed to run \w+_by_lua\*: |_by_lua(?:_file)? error: |failed to load the 'resty\.core' module|\[(?:lua|kong)\] |\bjs [a-z ]{0,30}exception: |" directive Rule/;
/** Lines of a traceback as lua and njs write them: `[C]: in function 'error'`, `/app/a.lua:3: in main chunk`,
 * `content_by_lua(nginx.conf:7):1: in main chunk`, `no file './resty/jwt.so'`, `at main (/etc/nginx/js/main.js:2)`.
 * Sources: lua-nginx-module src/ngx_http_lua_util.c ngx_http_lua_get_backtrace, LuaJIT lib_package.c, njs src/njs_error.c. */
const TRACEBACK =
  /^\s{0,16}(?:stack traceback:|coroutine \d+:|\[(?:C|string|builtin)\b|no (?:field|file|module) |in (?:main chunk|function)\b|\.{3}|at \S{1,200} \(|[\w.@/()=:*-]{1,300}: in (?:main chunk|function|field|method|local|upvalue|\?)|\.{0,3}[\w./-]{1,300}\.lua:\d{1,7}: )/;
/** A line that can only be one of a traceback, wherever it stands behind an error line. */
export const TRACEBACK_LINE =
  /^(?:stack traceback:|coroutine \d+:|\[(?:C|string|builtin)|\/?[\w./-]+\.lua:\d+: in |in (?:main|function)|\.\.\.)/;
const CONTEXT = /, (?:client|context): \S/;

/** True when `next` goes on with a message of several lines that `open` begins: a traceback, or what code logged with line breaks
 * in it. Such a message ends with nginx's context. */
export function continuesTraceback(open: string, { text, prefix }: PastedLine): boolean {
  if (!SPEAKER.test(open) || CONTEXT.test(open)) return false;
  return TRACEBACK.test(text) || /^\s{1,16}$/.test(prefix) || CONTEXT.test(text.slice(0, 2_000));
}
