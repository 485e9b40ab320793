import { accessSync, constants } from 'node:fs';

const NGINX = '/usr/sbin/nginx';

/** Where Debian's nginx is; null where it isn't. With `CI=true` its absence is an error, because nothing may be left out. */
export function findNginx(): string | null {
  try {
    accessSync(NGINX, constants.X_OK);
    return NGINX;
  } catch {
    if (process.env.CI === 'true')
      throw new Error(`There is no ${NGINX}. Install it with: apt-get install nginx-extras`);
    return null;
  }
}
