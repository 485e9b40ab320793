import { createInnerNginx } from './backends/inner-nginx.ts';
import type { Certificate } from './certificates.ts';
import type { Lab } from './lab.ts';
import { type Proxied, startProxied } from './start-proxied.ts';

/** Starts a backend that speaks TLS as `app.internal`, and the nginx in front of it. `tls` are further lines of the backend's server,
 * `lines` those of nginx's location beside `proxy_pass`. */
export function startTlsBackend(lab: Lab, { cert, key }: Certificate, tls: string, lines: string): Promise<Proxied> {
  return startProxied(
    lab,
    (port) =>
      createInnerNginx(
        lab,
        port,
        `server {
listen 127.0.0.1:${port} ssl;
server_name app.internal;
ssl_certificate ${cert};
ssl_certificate_key ${key};
${tls}
location / { return 200 "secret\\n"; }
}`,
      ),
    (port) => `proxy_pass https://127.0.0.1:${port};${lines === '' ? '' : `\n${lines}`}`,
  );
}

/** Lines with which nginx checks the certificate of `app.internal` against these authorities. */
export const toChecked = (authorities: string): string =>
  `proxy_ssl_verify on;\nproxy_ssl_name app.internal;\nproxy_ssl_trusted_certificate ${authorities};`;
