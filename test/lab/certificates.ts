import { execFile } from 'node:child_process';
import { appendFileSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Lab } from './lab.ts';

const run = promisify(execFile);

/** A certificate and its key, as files. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

/** Who signs certificates in a lab. */
export interface Authority extends Certificate {
  /** Issues a certificate for these names and addresses, such as `DNS:example.com`; valid for this many days, expired where negative. */
  readonly issue: (name: string, altNames: readonly string[], days?: number) => Promise<Certificate>;
  /** Makes an authority that this one vouches for. */
  readonly delegate: (name: string) => Promise<Authority>;
}

const KEY = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-noenc'];

/** Makes an authority below `tls/`. Every shell of the lab trusts the one of the name `ca`. */
export async function createAuthority(lab: Lab, name = 'ca'): Promise<Authority> {
  const own = toFiles(lab, name);
  await run('openssl', [
    'req',
    '-x509',
    ...KEY,
    '-days',
    '2',
    '-subj',
    `/CN=${name}`,
    '-keyout',
    own.key,
    '-out',
    own.cert,
  ]);
  return toAuthority(lab, own);
}

/** Makes a certificate that nobody vouches for. */
export async function createSelfSigned(lab: Lab, name: string, altNames: readonly string[]): Promise<Certificate> {
  const own = toFiles(lab, name);
  const names = ['-subj', `/CN=${name}`, '-addext', `subjectAltName=${altNames.join(',')}`];
  await run('openssl', ['req', '-x509', ...KEY, '-days', '2', ...names, '-keyout', own.key, '-out', own.cert]);
  return own;
}

/** Appends certificates to the first one's file, as bundles have them. */
export function bundle({ cert }: Certificate, ...issuers: readonly Certificate[]): void {
  for (const issuer of issuers) appendFileSync(cert, readFileSync(issuer.cert));
}

function toFiles(lab: Lab, name: string): Certificate {
  const folder = join(lab.dir, 'tls');
  mkdirSync(folder, { recursive: true });
  return { cert: join(folder, `${name}.crt`), key: join(folder, `${name}.key`) };
}

function toAuthority(lab: Lab, own: Certificate): Authority {
  const sign = async (name: string, extensions: readonly string[], days: number): Promise<Certificate> => {
    const issued = toFiles(lab, name);
    const request = join(lab.dir, 'tls', `${name}.csr`);
    const settings = await lab.place(`tls/${name}.ext`, `${extensions.join('\n')}\n`);
    await run('openssl', ['req', '-new', ...KEY, '-subj', `/CN=${name}`, '-keyout', issued.key, '-out', request]);
    const validity = ['-days', String(days), '-extfile', settings];
    await run('openssl', [
      'x509',
      '-req',
      '-in',
      request,
      '-CA',
      own.cert,
      '-CAkey',
      own.key,
      '-CAcreateserial',
      ...validity,
      '-out',
      issued.cert,
    ]);
    return issued;
  };
  return {
    ...own,
    issue: (name, altNames, days = 2) =>
      sign(name, ['basicConstraints=critical,CA:FALSE', `subjectAltName=${altNames.join(',')}`], days),
    delegate: async (name) => toAuthority(lab, await sign(name, ['basicConstraints=critical,CA:TRUE'], 2)),
  };
}
