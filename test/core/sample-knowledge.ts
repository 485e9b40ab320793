import type { Cause, Entry, Signature } from '../../src/core/entry.ts';
import type { Knowledge } from '../../src/core/knowledge.ts';

/** A signature of an upstream message, for tests that need an entry of their own. */
export function sampleSignature(template: string, conditions: Partial<Signature> = {}): Signature {
  return {
    template,
    source: 'src/http/ngx_http_upstream.c',
    function: 'ngx_http_upstream_process_header',
    ...conditions,
  };
}

/** A cause with a fix that changes nothing. */
export function sampleCause(id: string, prior: number, evidence: Cause['evidence'] = []): Cause {
  return {
    id,
    title: `It is ${id}`,
    why: 'Because.',
    prior,
    evidence,
    fixes: [{ title: 'Look', where: 'backend', risk: 'read-only', steps: [{ do: 'Look at it.', run: 'ss -ltn' }] }],
  };
}

/** An entry with what the schema demands and nothing more. */
export function sampleEntry(
  id: string,
  signatures: readonly Signature[],
  causes: readonly Cause[],
  more: Partial<Entry> = {},
): Entry {
  return {
    id,
    title: `Title of ${id}`,
    status: 'stable',
    severity: 'error',
    blame: 'backend',
    signatures,
    meaning: 'It means this.',
    userSees: [{ text: 'A 502.' }],
    causes,
    checks: [],
    verification: [{ do: 'Look again.', run: 'ss -ltn', expect: 'A listener.' }],
    prevention: [],
    myths: [],
    references: [],
    examples: [],
    lookalikes: [],
    ...more,
  };
}

/** Knowledge with these entries, nginx's most usual actions and a few directives. */
export function sampleKnowledge(entries: readonly Entry[], more: Partial<Knowledge> = {}): Knowledge {
  return {
    entries,
    companions: [],
    messages: [],
    actions: [
      'connecting to upstream',
      'reading response header from upstream',
      'reading upstream',
      'sending request to upstream',
      'SSL handshaking to upstream',
      'reading client request line',
    ],
    directives: [
      { name: 'proxy_pass', module: 'ngx_http_proxy_module', contexts: ['location'], default: '', takes: null },
    ],
    ...more,
  };
}
