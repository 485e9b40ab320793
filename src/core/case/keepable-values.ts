import type { Facts } from '../facts/read-facts.ts';
import { maskPath, maskUrl } from './mask-secrets.ts';

/** Facts that nginx's own configuration decides, or the system. */
const PLAIN = [
  'server',
  'host',
  'method',
  'upstream.scheme',
  'upstream.host',
  'upstream.port',
  'upstream.address',
  'upstream.socket',
  'upstream.socketDir',
  'resolver',
  'zone',
  'directive',
  'configFile',
  'configLine',
  'errno',
  'action',
  'bytes',
] as const;
/** Facts that hold what a client asked for. */
const PATHS = ['path', 'uri', 'file', 'fileDir'] as const;
const URLS = ['url', 'upstream', 'upstream.url'] as const;
const LONGEST = 300;

/** The facts of a finding that a case may remember. Left out: who asked (client, login, referrer), queries, numbers of
 * connections and processes, and quoted values, unless they come from the configuration. */
export function keepableValues(facts: Facts): Readonly<Record<string, string>> {
  const kept = new Map<string, string>();
  const keep = (name: string, value: string | undefined): void => {
    if (value !== undefined && value !== '' && value.length <= LONGEST) kept.set(name, value);
  };
  for (const name of PLAIN) keep(name, facts.get(name));
  for (const name of PATHS) keep(name, mapped(facts.get(name), maskPath));
  for (const name of URLS) keep(name, mapped(facts.get(name), maskUrl));
  if (!facts.has('client')) keep('value', mapped(facts.get('value'), maskUrl));
  return Object.fromEntries(kept);
}

function mapped(value: string | undefined, change: (value: string) => string): string | undefined {
  return value === undefined ? undefined : change(value);
}
