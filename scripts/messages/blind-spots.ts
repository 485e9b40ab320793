import type { Message } from '../../src/core/message.ts';

/** A message that the script can't find in the source, and why. */
export interface BlindSpot {
  readonly file: string;
  readonly template: string;
  readonly why: string;
}

/** They stay in the catalogue until a person takes them out. */
export const BLIND_SPOTS: readonly BlindSpot[] = [
  {
    file: 'src/ngx_http_lua_log.c',
    template: '[lua] %s:%d: %*s',
    why: 'log_wrapper builds the start of the line piece by piece with ngx_copy',
  },
  {
    file: 'src/ngx_http_lua_log.c',
    template: '[lua] %s:%d: %s(): %*s',
    why: 'log_wrapper builds the start of the line piece by piece with ngx_copy',
  },
  {
    file: 'src/ngx_http_lua_directive.c',
    template: 'is duplicate',
    why: 'the *_by_lua_block directives log what the handler of their *_by_lua form returned',
  },
  {
    file: 'src/ngx_http_lua_pipe.c',
    template: 'lua pipe child new errlog fd fcntl(FD_CLOEXEC) failed',
    why: 'the macro ngx_cloexec_n comes from OpenResty’s patches of nginx',
  },
  {
    file: 'src/ngx_http_lua_util.c',
    template: '%s error: %s',
    why: 'it stands in ngx_http_lua_report, whose callers are read instead',
  },
];

/** True for a record that no scan can find. */
export const isBlindSpot = (message: Message): boolean =>
  BLIND_SPOTS.some(({ file, template }) => file === message.file && template === message.template);
