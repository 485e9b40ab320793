import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** A line of a password file, as htpasswd writes it, with the password hashed by OpenSSL. */
export async function toPasswordLine(user: string, password: string): Promise<string> {
  const { stdout } = await promisify(execFile)('openssl', ['passwd', '-apr1', password]);
  return `${user}:${stdout.trim()}\n`;
}
