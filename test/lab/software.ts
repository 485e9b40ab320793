import { accessSync, constants } from 'node:fs';
import { readText } from './read-text.ts';

const PROGRAMS = {
  nginx: { at: '/usr/sbin/nginx', debian: 'nginx-extras' },
  gunicorn: { at: '/usr/bin/gunicorn', debian: 'gunicorn' },
  uwsgi: { at: '/usr/lib/uwsgi/plugins/python3_plugin.so', debian: 'uwsgi-core uwsgi-plugin-python3' },
  php: { at: '/usr/sbin/php-fpm8.2', debian: 'php-fpm' },
  puma: { at: '/usr/bin/puma', debian: 'puma' },
  apache: { at: '/usr/sbin/apache2', debian: 'apache2' },
  memcached: { at: '/usr/bin/memcached', debian: 'memcached' },
  haproxy: { at: '/usr/sbin/haproxy', debian: 'haproxy' },
  dnsmasq: { at: '/usr/sbin/dnsmasq', debian: 'dnsmasq-base' },
  openssl: { at: '/usr/bin/openssl', debian: 'openssl' },
  curl: { at: '/usr/bin/curl', debian: 'curl' },
} as const;

/** What scenarios need beside Node. `root`: nginx changes the user of its workers only then. `ipv6`: `localhost` means ::1, too. */
export type Need = keyof typeof PROGRAMS | 'root' | 'ipv6';

/** What is missing on this machine for these needs, each with what to do about it. Empty when all is there. */
export function missing(needs: readonly Need[]): readonly string[] {
  if (process.platform !== 'linux') return ['Linux, whose /proc tells who listens'];
  return needs.flatMap((need) => {
    if (need === 'root')
      return process.getuid?.() === 0 ? [] : ['root (nginx changes the user of its workers only as root)'];
    if (need === 'ipv6')
      return /^::1\s.*\blocalhost\b/m.test(readText('/etc/hosts'))
        ? []
        : ['IPv6 on the loopback (::1 localhost in /etc/hosts)'];
    const { at, debian } = PROGRAMS[need];
    return isProgram(at) ? [] : [`${at} (apt-get install ${debian})`];
  });
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}
