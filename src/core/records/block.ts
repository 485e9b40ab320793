import type { ErrorRecord } from './log-record.ts';

/** The block of nginx.conf, beside `http`, that a connection belongs to: TCP and UDP proxying, or mail. */
export const BLOCKS = ['stream', 'mail'] as const;
export type Block = (typeof BLOCKS)[number];

const STREAM_ACTION =
  /^(?:initializing session|prereading client data|proxying connection|returning text|passing connection to port)$/;
const MAIL_ACTION =
  /^(?:in .+|reading response from upstream|proxying|sending (?:AUTH|HELO\/EHLO|LOGIN command|MAIL FROM|PROXY protocol header|RCPT TO|XCLIENT|client HELO\/EHLO|client greeting line|password|user name).*)$/;

/** Which block logged a record, as its action and context show; null where they fit `http` or nothing.
 * Sources: nginx src/stream/ngx_stream_handler.c, src/stream/ngx_stream_proxy_module.c, src/mail/ngx_mail_handler.c. */
export function blockOf({ action, context: { values } }: Pick<ErrorRecord, 'action' | 'context'>): Block | null {
  if (values.has('bytes from/to client') || values.has('udp client')) return 'stream';
  if (values.has('login')) return 'mail';
  if (action === null) return null;
  if (STREAM_ACTION.test(action)) return 'stream';
  return MAIL_ACTION.test(action) ? 'mail' : null;
}
