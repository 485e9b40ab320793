import type { Facts } from '../../core/facts/read-facts.ts';
import type { FindingAnswer } from '../../core/reply/reply.ts';
import type { PseudonymKind, Pseudonyms } from './pseudonyms.ts';

/** What redaction takes from the knowledge, so that free text of a paste never passes for a term of nginx. */
export interface KnownTerms {
  readonly isAction: (action: string) => boolean;
  readonly isDirective: (name: string) => boolean;
}

/** One typed fact that may leave this machine. */
export interface PromptFact {
  readonly name: string;
  readonly value: string;
  /** True where whoever sent the request decided the value. */
  readonly byClient: boolean;
}

const METHODS: ReadonlySet<string> = new Set(
  'GET HEAD POST PUT PATCH DELETE OPTIONS CONNECT TRACE PROPFIND MKCOL COPY MOVE LOCK UNLOCK PRI'.split(' '),
);
const SCHEMES: ReadonlySet<string> = new Set('http https fastcgi uwsgi scgi grpc grpcs memcached'.split(' '));
const ERRNO = /^E[A-Z0-9]{2,15}$/;
const NUMBER = /^\d{1,15}$/;
const HOST_NAME = /^(?=.{1,100}$)(?:[a-z0-9](?:[a-z0-9-]{0,30}[a-z0-9])?\.){1,8}[a-z]{2,24}$/;

/** The facts of a finding with nothing of the paste's free text in them: values are numbers, terms that the knowledge knows, or names
 * that stand for them. Query strings, referrers and cookies are left out altogether. Names of sites stay when `keepsSites`. */
export function toPromptFacts(
  answer: FindingAnswer,
  pseudonyms: Pseudonyms,
  terms: KnownTerms,
  keepsSites: boolean,
): readonly PromptFact[] {
  const { facts } = answer;
  const hidden = (name: string, fact: string, kind: PseudonymKind): PromptFact | null => {
    const value = facts.get(fact);
    return value ? { name, value: pseudonyms.nameOf(kind, value), byClient: false } : null;
  };
  const shown = (name: string, fact: string, passes: (value: string) => boolean): PromptFact | null => {
    const value = facts.get(fact);
    return value !== undefined && passes(value) ? { name, value, byClient: false } : null;
  };
  const all = [
    { name: 'seen', value: answer.count === 1 ? 'once' : `${answer.count} times`, byClient: false },
    toRequest(facts, pseudonyms),
    hidden('client', 'client', 'client'),
    toSite(facts, pseudonyms, keepsSites),
    toUpstream(facts, pseudonyms),
    shown('errno', 'errno', (value) => ERRNO.test(value)),
    shown('nginx was', 'action', terms.isAction),
    hidden('file', 'file', 'file'),
    hidden('configuration file', 'configFile', 'file'),
    shown('configuration line', 'configLine', (value) => NUMBER.test(value)),
    shown('directive', 'directive', terms.isDirective),
    hidden('zone', 'zone', 'zone'),
    hidden('resolver', 'resolver', 'resolver'),
    hidden('user', 'login', 'user'),
    shown('bytes', 'bytes', (value) => NUMBER.test(value)),
  ];
  return all.filter((fact) => fact !== null);
}

function toRequest(facts: Facts, pseudonyms: Pseudonyms): PromptFact | null {
  const method = facts.get('method');
  const path = facts.get('path');
  if (path === undefined) return null;
  const verb = METHODS.has(method ?? '') ? method : 'an unusual method';
  return { name: 'request', value: `${verb} ${pseudonyms.nameOf('path', path)}`, byClient: true };
}

/** The Host header is a client's own text, so it leaves only when it has the shape of a name. */
function toSite(facts: Facts, pseudonyms: Pseudonyms, keepsSites: boolean): PromptFact | null {
  const host = facts.get('host');
  const site = host ?? facts.get('server');
  if (site === undefined) return null;
  const isName = keepsSites && HOST_NAME.test(site);
  return { name: 'site', value: isName ? site : pseudonyms.nameOf('site', site), byClient: host !== undefined };
}

function toUpstream(facts: Facts, pseudonyms: Pseudonyms): PromptFact | null {
  const address = facts.get('upstream.address') ?? facts.get('upstream');
  if (address === undefined) return null;
  const known = facts.get('upstream.scheme') ?? '';
  const scheme = SCHEMES.has(known) ? `${known} to ` : '';
  const name = pseudonyms.nameOf('upstream', address);
  const port = facts.get('upstream.port');
  const how = facts.has('upstream.socket') ? ', a unix socket' : NUMBER.test(port ?? '') ? `, port ${port}` : '';
  return { name: 'upstream', value: `${scheme}${name}${how}`, byClient: false };
}
