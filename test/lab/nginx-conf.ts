import { writeIntoBlock } from './config-text.ts';
import type { Lab } from './lab.ts';

/** What the laboratory's nginx.conf can be told beyond its own lines; each line replaces the one with the same directive. */
export interface ConfParts {
  /** Lines outside of every block. */
  readonly main?: string;
  readonly events?: string;
  readonly http?: string;
}

/** The error log at level info, where nginx writes what clients did wrong. */
export const infoLog = ({ dir }: Lab): ConfParts => ({ main: `error_log ${dir}/log/nginx/error.log info;` });

/** As production sites log: combined, with times and statuses of the upstream. */
const TIMED =
  '$remote_addr - $remote_user [$time_local] "$request" $status $body_bytes_sent "$http_referer" "$http_user_agent" ' +
  'rt=$request_time uct=$upstream_connect_time urt=$upstream_response_time us=$upstream_status';

/** An nginx.conf that keeps to one directory: logs, pid and temporary files lie below it, sites in its `etc/nginx/conf.d`. */
export function toNginxConf(dir: string, { main = '', events = '', http = '' }: ConfParts): string {
  const temps = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `    ${name}_temp_path ${dir}/temp/${name};`)
    .join('\n');
  const own = `${process.getuid?.() === 0 ? 'user www-data;\n' : ''}worker_processes 1;
daemon off;
pid ${dir}/run/nginx.pid;
error_log ${dir}/log/nginx/error.log warn;

events {
    worker_connections 512;
}

http {
    log_format timed '${TIMED}';
    access_log ${dir}/log/nginx/access.log timed;
${temps}
    include ${dir}/etc/nginx/conf.d/*.conf;
}
`;
  return writeIntoBlock(writeIntoBlock(writeIntoBlock(own, 'http', http), 'events', events), '', main);
}
