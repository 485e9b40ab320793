import { accessSync, constants } from 'node:fs';
import { readText } from './read-text.ts';

interface Program {
  readonly at: string;
  /** Debian's packages. */
  readonly debian: string;
}

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
  lsof: { at: '/usr/bin/lsof', debian: 'lsof' },
  acl: { at: '/usr/bin/setfacl', debian: 'acl' },
  curl: { at: '/usr/bin/curl', debian: 'curl' },
} satisfies Record<string, Program>;

/** What a machine can do or cannot. */
const ABILITIES = new Map<string, { readonly has: () => boolean; readonly words: string }>([
  ['root', { has: () => process.getuid?.() === 0, words: 'root (nginx changes the user of its workers only as root)' }],
  ['ipv6', { has: () => /^0{31}1 /m.test(readText('/proc/net/if_inet6')), words: 'IPv6 on the loopback' }],
  [
    'ipv6-localhost',
    { has: () => /^::1\s.*\blocalhost\b/m.test(readText('/etc/hosts')), words: 'a line "::1 localhost" in /etc/hosts' },
  ],
]);

/** What scenarios need beside Node, nginx and curl: programs, and what a machine can do. */
export type Need = keyof typeof PROGRAMS | 'root' | 'ipv6' | 'ipv6-localhost';

/** What is missing for some needs. */
export interface Missing {
  /** Programs that can be installed. */
  readonly software: readonly string[];
  /** What the machine itself lacks. */
  readonly abilities: readonly string[];
}

/** What is missing on this machine for these needs, each in words that tell what to do about it. */
export function findMissing(needs: readonly Need[]): Missing {
  const programs = new Map<string, Program>(Object.entries(PROGRAMS));
  return {
    software: needs.flatMap((need) => {
      const program = programs.get(need);
      return program && !isThere(program.at) ? [`${program.at} (apt-get install ${program.debian})`] : [];
    }),
    abilities: [
      ...(process.platform === 'linux' ? [] : ['Linux, whose /proc tells who listens']),
      ...needs.flatMap((need) => {
        const ability = ABILITIES.get(need);
        return ability && !ability.has() ? [ability.words] : [];
      }),
    ],
  };
}

function isThere(path: string): boolean {
  try {
    accessSync(path, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}
