import { fileURLToPath } from 'node:url';

/** Where generated logs and compiled peers are kept between runs. Git ignores it; it may be deleted at any time. */
export const CACHE = fileURLToPath(new URL('./cache', import.meta.url));
