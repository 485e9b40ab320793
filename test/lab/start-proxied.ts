import type { Backend } from './backend.ts';
import type { Lab } from './lab.ts';
import { createNginx, type Nginx, type NginxParts } from './nginx.ts';
import { toLocation, toServer } from './site.ts';

/** A backend and the nginx in front of it, both running. */
export interface Proxied {
  readonly nginx: Nginx;
  readonly backend: Backend;
  readonly appPort: number;
}

/** Starts a backend on a port of its own and an nginx whose `location /` has these lines. */
export async function startProxied(
  lab: Lab,
  create: (appPort: number) => Promise<Backend>,
  toLines = (appPort: number): string => `proxy_pass http://127.0.0.1:${appPort};`,
  more: Partial<NginxParts> = {},
): Promise<Proxied> {
  const [port, appPort] = [await lab.port(), await lab.port()];
  const backend = await create(appPort);
  const nginx = await createNginx(lab, { port, site: toServer(port, toLocation('/', toLines(appPort))), ...more });
  await backend.start();
  await nginx.start();
  return { nginx, backend, appPort };
}
