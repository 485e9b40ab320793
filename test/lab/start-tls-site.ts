import type { Certificate } from './certificates.ts';
import type { Lab } from './lab.ts';
import { createNginx, type Nginx } from './nginx.ts';
import { infoLog } from './nginx-conf.ts';
import { toServer } from './site.ts';

/** Starts a site of its own that speaks TLS, with its log at level info. `tls` are further lines of the server, `http` of the block around. */
export async function startTlsSite(lab: Lab, { cert, key }: Certificate, tls: string, http = ''): Promise<Nginx> {
  const port = await lab.port();
  const nginx = await createNginx(lab, {
    port,
    tls: true,
    http,
    site: toServer(
      port,
      `ssl_certificate ${cert};\nssl_certificate_key ${key};\n${tls}\nlocation / { return 200 "ok\\n"; }`,
      ' ssl',
    ),
    ...infoLog(lab),
  });
  await nginx.start();
  return nginx;
}

/** Blanks of commands about it. */
export const toTlsBlanks = ({ url }: Nginx): Readonly<Record<string, string>> => ({
  'nginx-host-and-port': new URL(url).host,
  'host-name': 'example.com',
});
