import { accessSync, constants } from 'node:fs';

const CHROMIUM = '/usr/bin/chromium';

/** Where Debian's Chromium is; null where it isn't. With `CI=true` its absence is an error, because nothing may be left out. */
export function findChromium(): string | null {
  try {
    accessSync(CHROMIUM, constants.X_OK);
    return CHROMIUM;
  } catch {
    if (process.env.CI === 'true')
      throw new Error(`There is no ${CHROMIUM}. Install it with: apt-get install chromium`);
    return null;
  }
}

/** Headless, offline and quiet. */
export const CHROMIUM_FLAGS: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
