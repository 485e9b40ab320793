/** How one of nginx's functions writes a message. Numbers are positions of arguments. */
export interface Logger {
  readonly name: string;
  /** A fixed level, or the argument that holds it. */
  readonly level: number | 'stderr' | 'alert' | 'error' | 'warn' | 'notice' | 'info' | 'variable';
  readonly levels?: readonly string[];
  /** Null: never appended. */
  readonly errno: number | null;
  readonly format: number;
  /** OpenSSL's error queue is appended. */
  readonly ssl?: boolean;
  /** ` in FILE:LINE` is appended. */
  readonly inFile?: boolean;
  /** Makes the message of the text that is handed over. */
  readonly compose?: (text: string) => string;
  /** What the logger itself puts behind the text, as an expression. */
  readonly appends?: string;
}

const RUNTIME_ERROR = 'lua entry thread aborted: runtime error: %s:%d: ';

/** nchan's macros by what they put before a text, and the levels that they exist for.
 * Sources: nchan src/nchan_module.h, src/store/redis/redis_nodeset.h. */
const NCHAN: readonly Logger[] = (
  [
    ['nchan_log', 0, 'nchan: '],
    ['nchan_log_request', 1, 'nchan: '],
    ['node_log', 1, 'nchan: Redis %snode %s '],
    ['nodeset_log', 1, 'nchan: Redis %s %s: '],
  ] as const
).flatMap(([name, format, start]) =>
  (
    [
      ['error', 'error'],
      ['warning', 'warn'],
      ['notice', 'notice'],
    ] as const
  ).map(([suffix, level]) => ({
    name: `${name}_${suffix}`,
    level,
    errno: null,
    format,
    compose: (text: string) => `${start}${text}`,
  })),
);

/** Every function of nginx, of the lua module and of other projects that takes a message's text.
 * Sources: nginx src/core/ngx_log.h, ngx_conf_file.c ngx_conf_log_error, ngx_connection.c, ngx_slab.c, src/event/ngx_event_openssl.c,
 * src/http/modules/ngx_http_dav_module.c, src/mail/ngx_mail_smtp_handler.c; lua's lauxlib.c and ngx_http_lua_util.c; njs nginx/ngx_js.c. */
const LOGGERS: readonly Logger[] = [
  { name: 'ngx_log_error', level: 0, errno: 2, format: 3 },
  { name: 'ngx_conf_log_error', level: 0, errno: 2, format: 3, inFile: true },
  { name: 'ngx_log_stderr', level: 'stderr', errno: 0, format: 1 },
  { name: 'ngx_event_log', level: 'stderr', errno: 0, format: 1 },
  { name: 'ngx_log_abort', level: 'alert', errno: 0, format: 1 },
  { name: 'ngx_ssl_error', level: 0, errno: 2, format: 3, ssl: true },
  {
    name: 'ngx_ssl_connection_error',
    level: 'variable',
    levels: ['alert', 'error', 'crit', 'info'],
    errno: 2,
    format: 3,
    ssl: true,
  },
  { name: 'ngx_connection_error', level: 'variable', levels: ['info', 'error', 'alert'], errno: 1, format: 2 },
  {
    name: 'ngx_slab_error',
    level: 1,
    errno: null,
    format: 2,
    compose: (text) => `${text}%s`,
    appends: 'pool->log_ctx',
  },
  {
    name: 'ngx_http_dav_error',
    level: 'variable',
    levels: ['error', 'crit'],
    errno: 1,
    format: 3,
    compose: (text) => `${text} "%s" failed`,
  },
  { name: 'ngx_mail_smtp_log_rejected_command', level: 'info', errno: null, format: 2 },
  { name: 'ngx_mail_smtp_discard_command', level: 'info', errno: null, format: 2 },
  { name: 'luaL_error', level: 'error', errno: null, format: 1, compose: (text) => `${RUNTIME_ERROR}${text}\n%s` },
  {
    name: 'luaL_argerror',
    level: 'error',
    errno: null,
    format: 2,
    compose: (text) => `${RUNTIME_ERROR}bad argument #%d to '%s' (${text})\n%s`,
  },
  { name: 'ngx_http_lua_report', level: 'error', errno: null, format: 3, compose: (text) => `${text} error: %s` },
  { name: 'ngx_js_log_exception', level: 'error', errno: null, format: 2, compose: (text) => `js ${text}: %V` },
  { name: 'ngx_qjs_log_exception', level: 'error', errno: null, format: 2, compose: (text) => `js ${text}: %V` },
  {
    name: 'nchan_log_ooshm_error',
    level: 'error',
    errno: null,
    format: 0,
    compose: (text) => `nchan: Out of shared memory while ${text}. Increase nchan_max_reserved_memory.`,
  },
  ...NCHAN,
];

/** By name, to look a call up. */
export const LOGGER_OF: ReadonlyMap<string, Logger> = new Map(LOGGERS.map((logger) => [logger.name, logger]));
