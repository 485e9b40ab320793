import type { Entry } from '../core/entry.ts';
import { fieldsOf } from './lint-fields.ts';
import type { Problem } from './problem.ts';

/** Advice that cures a symptom by giving up a protection, with what is right instead. */
const DANGEROUS: readonly { readonly pattern: RegExp; readonly instead: string }[] = [
  {
    pattern: /\bchmod\b[^|]*\s(?:0?777|0?666|a\+rwx|a\+w|o\+w|ugo\+rwx|\+rwx)\b/,
    instead: 'give the one user or group what it needs',
  },
  {
    pattern: /\bsetenforce\s+(?:0|permissive)\b/i,
    instead: 'allow the one thing with a boolean, a port or a file context',
  },
  {
    pattern: /\bSELINUX\s*=\s*(?:disabled|permissive)\b/i,
    instead: 'allow the one thing with a boolean, a port or a file context',
  },
  {
    pattern: /\bproxy_ssl_verify\s+off\b|\b(?:grpc|uwsgi)_ssl_verify\s+off\b/,
    instead: 'name the right certificate authority and name',
  },
  {
    pattern: /\bcurl\b[^|]*\s(?:-\w*k\w*|--insecure)(?:\s|$)/,
    instead: 'use --cacert or --resolve, so that the check means something',
  },
  {
    pattern: /\b(?:--no-check-certificate|NODE_TLS_REJECT_UNAUTHORIZED=0|PYTHONHTTPSVERIFY=0)\b/,
    instead: 'trust the one authority',
  },
  {
    pattern: /\bip6?tables\b[^|]*\s(?:-F|--flush|-P\s+INPUT\s+ACCEPT)\b/,
    instead: 'allow the one port from the one address',
  },
  { pattern: /\bnft\s+flush\b/, instead: 'allow the one port from the one address' },
  { pattern: /\bufw\s+(?:disable|reset)\b/, instead: 'allow the one port from the one address' },
  {
    pattern: /\bsystemctl\s+(?:stop|disable|mask)\b[^|]*\b(?:firewalld|ufw|apparmor|nftables|auditd)\b/,
    instead: 'make one exception',
  },
  { pattern: /\baa-(?:disable|teardown)\b/, instead: 'add the one path to the profile' },
  { pattern: /^\s*user\s+root\b/m, instead: "give the worker's user what it needs" },
  {
    pattern: /\bssl_protocols\b[^;]*\b(?:SSLv[23]|TLSv1(?:\.[01])?(?=[\s;]))/,
    instead: 'let the other side speak TLS 1.2',
  },
  { pattern: /\brm\s+-\w*r\w*\s+(?:\/|\/\*|\/var|\/etc)(?:\s|$)/, instead: 'name the one file' },
  { pattern: /--privileged\b/, instead: 'give the one capability' },
];

/** No fix gives up a protection. Myths may name such advice, for they say why it is wrong. */
export function lintDangerousAdvice(entry: Entry): readonly Problem[] {
  return fieldsOf(entry)
    .filter(({ kind, purpose }) => kind === 'change' || purpose === 'fix' || kind === 'sentence')
    .flatMap(({ path, text, kind }) =>
      DANGEROUS.flatMap(({ pattern, instead }) => {
        const found = pattern.exec(text);
        if (!found || (kind === 'sentence' && isRefused(text, found.index))) return [];
        return [{ at: entry.id, path, text: `advises "${found[0].trim()}": ${instead}`, weight: 'error' as const }];
      }),
    );
}

/** A sentence may say what not to do. */
const isRefused = (text: string, at: number): boolean =>
  /\b(?:not|never|no|without|instead of|rather than|don't)\b[^.]*$/i.test(text.slice(0, at));
