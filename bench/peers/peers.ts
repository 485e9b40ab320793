import { execFile } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { bundle } from '../build.ts';
import { CACHE } from '../cache.ts';
import type { Command } from '../run-command.ts';
import { isInstalled } from './find-program.ts';

type Tell = (words: string) => void;

/** Another program at as much of our work as it can do; null when it is not installed, which is told. */
export type Peer = (file: string) => Command;

/** ripgrep: every place where one of the signatures' regular expressions matches, on one thread. */
export function findRipgrep(signatures: string, tell: Tell): Peer | null {
  if (!isInstalled('rg', 'ripgrep', tell)) return null;
  const words = ['rg', '--no-config', '--no-unicode', '-j1', '-o', '-f', signatures];
  return (file) => ({ words: [...words, file], accepts: [1] });
}

/** lnav: how often it meets each message, where messages that differ in their values are one (`log_msg_format`). */
export function findLnav(tell: Tell): Peer | null {
  if (!isInstalled('lnav', 'lnav', tell)) return null;
  const home = join(CACHE, 'lnav-home');
  mkdirSync(home, { recursive: true });
  const query = ';SELECT log_msg_format, count(*) FROM all_logs GROUP BY log_msg_format';
  return (file) => ({ words: ['lnav', '-n', '-c', query, file], environment: { HOME: home } });
}

/** GoAccess: its whole report of an access log, as HTML. */
export function findGoaccess(tell: Tell): Peer | null {
  if (!isInstalled('goaccess', 'goaccess', tell)) return null;
  const report = join(CACHE, 'goaccess.html');
  return (file) => ({
    words: ['goaccess', file, '--no-global-config', '--no-progress', '--log-format=COMBINED', '-o', report],
  });
}

/** Hyperscan: in how many lines each signature's regular expression matches, by the small program beside this file. */
export async function findHyperscan(signatures: string, tell: Tell): Promise<Peer | null> {
  if (!isInstalled('g++', 'g++', tell)) return null;
  const source = fileURLToPath(new URL('./hyperscan.cpp', import.meta.url));
  const program = join(CACHE, 'hyperscan');
  try {
    await promisify(execFile)('g++', ['-O3', '-march=native', '-o', program, source, '-lhs']);
  } catch (error) {
    tell(`  left out: Hyperscan's program does not compile (apt-get install libhyperscan-dev): ${error}`);
    return null;
  }
  return (file) => ({ words: [program, signatures, file] });
}

/** alpine, of the parsers of access logs on npm the one that is downloaded most: each line as an object. */
export async function findAlpine(tell: Tell): Promise<Peer | null> {
  try {
    createRequire(import.meta.url).resolve('alpine');
  } catch {
    tell('  left out: alpine is not installed (npm install --no-save alpine@0.2.1)');
    return null;
  }
  const program = await bundle('peers/alpine');
  return (file) => ({ words: [process.execPath, program, file] });
}
