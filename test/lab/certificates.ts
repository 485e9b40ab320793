import { execFile } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Lab } from './lab.ts';

const run = promisify(execFile);

/** A certificate and its key, as files. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

/** An authority of one lab. Every shell of the lab trusts it. */
export interface Authority extends Certificate {
  /** Issues a certificate for these names and addresses: `DNS:example.com`, `IP:127.0.0.1`. */
  readonly issue: (name: string, altNames: readonly string[], more?: readonly string[]) => Promise<Certificate>;
}

const ENTITY = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-noenc'];

/** Makes an authority below `tls/`. */
export async function createAuthority(lab: Lab): Promise<Authority> {
  const folder = join(lab.dir, 'tls');
  mkdirSync(folder, { recursive: true });
  const own = { cert: join(folder, 'ca.crt'), key: join(folder, 'ca.key') };
  await run('openssl', [
    'req',
    '-x509',
    ...ENTITY,
    '-days',
    '2',
    '-subj',
    '/CN=Lab CA',
    '-keyout',
    own.key,
    '-out',
    own.cert,
  ]);
  return {
    ...own,
    issue: async (name, altNames, more = []) => {
      const issued = { cert: join(folder, `${name}.crt`), key: join(folder, `${name}.key`) };
      await run('openssl', [
        'req',
        '-x509',
        ...ENTITY,
        '-days',
        '2',
        '-subj',
        `/CN=${name}`,
        '-addext',
        `subjectAltName=${altNames.join(',')}`,
        '-addext',
        'basicConstraints=critical,CA:FALSE',
        '-CA',
        own.cert,
        '-CAkey',
        own.key,
        '-keyout',
        issued.key,
        '-out',
        issued.cert,
        ...more,
      ]);
      return issued;
    },
  };
}
