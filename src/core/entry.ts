import type { Block } from './records/block.ts';

/** How much something matters to who runs the server; what matters most first. */
export const SEVERITIES = ['critical', 'error', 'warning', 'harmless'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** The knowledge of one error, one file in `knowledge/`. `src/knowledge/entry-schema.ts` checks the files against it. */
export interface Entry {
  /** Equals the file's stem. Never reused: links and cases hold it. */
  readonly id: string;
  /** What happened, in words that a developer who never ran nginx understands. No placeholder. */
  readonly title: string;
  readonly status: 'stable' | 'retired';
  /** What it means for users: `harmless` lines are explained and not alarmed about. */
  readonly severity: Severity;
  readonly blame: Blame;
  readonly signatures: readonly Signature[];
  /** What nginx did and saw, in one or two sentences, without run-time data. */
  readonly meaning: string;
  /** What the end user got. The first whose `when` signals are all true is told; the last has no `when`. */
  readonly userSees: readonly UserSees[];
  readonly causes: readonly Cause[];
  readonly checks: readonly Check[];
  /** Entries that explain this one when both are found in a paste: this one is their consequence. */
  readonly consequenceOf?: readonly string[] | undefined;
  /** What shows that a fix worked; a cause may name its own. */
  readonly verification: readonly Verification[];
  readonly prevention: readonly string[];
  readonly myths: readonly Myth[];
  readonly references: readonly Reference[];
  readonly examples: readonly Example[];
  /** Lines that resemble this error and must not be identified as it. */
  readonly lookalikes: readonly string[];
}

export type Blame = 'nginx' | 'backend' | 'client' | 'network' | 'config' | 'system';

/** Identifies a message: nginx's own format string plus the conditions that separate its uses. */
export interface Signature {
  /** Who writes it; absent means nginx itself. */
  readonly author?: 'ingress-nginx' | undefined;
  /** nginx's format string as in `knowledge/messages/`: `%V`, `%s`, `%ui` … are values. */
  readonly template: string;
  /** Any one of these after "while "; `none` is a line that has a context, no action and no proxied upstream. Absent means any action or none. */
  readonly actions?: readonly string[] | undefined;
  /** Symbolic names (`ECONNREFUSED`); absent means any or none. */
  readonly errnos?: readonly string[] | undefined;
  readonly levels?: readonly string[] | undefined;
  /** Upstream schemes (`http`, `fastcgi`, …); absent means any or none. */
  readonly schemes?: readonly string[] | undefined;
  /** The block that logs it, where that sets it apart from the same words in `http`; absent means any. */
  readonly block?: Block | undefined;
  /** Words that the message must hold (one is enough), where the template's values decide: `Primary script unknown`. */
  readonly containing?: readonly string[] | undefined;
  /** How much such lines matter, where that is not what the entry says of the others: a warning of PHP's among its errors. */
  readonly severity?: Severity | undefined;
  /** Where it is logged, relative to the source tree of nginx, of the module, or of the author: `src/http/ngx_http_upstream.c`. */
  readonly source: string;
  readonly function: string;
  /** First and last nginx release that writes it, where it is known to have changed. */
  readonly since?: string | undefined;
  readonly until?: string | undefined;
}

export interface UserSees {
  readonly when?: readonly string[] | undefined;
  readonly text: string;
}

export interface Cause {
  readonly id: string;
  readonly title: string;
  /** Why it leads to this line. */
  readonly why: string;
  /** Log-odds (natural) before any evidence: 0 is one in two, -1 is 27 %, -2 is 12 %, -3 is 5 %, -4 is 2 %. */
  readonly prior: number;
  readonly evidence: readonly Evidence[];
  /** The one question whose answer would decide, where no command can. */
  readonly ask?: string | undefined;
  /** nginx versions where this cause exists or changes its odds, in words. */
  readonly versions?: string | undefined;
  readonly fixes: readonly Fix[];
  /** Where the entry's own verification doesn't fit. */
  readonly verification?: readonly Verification[] | undefined;
}

export interface Evidence {
  /** A signal's id, or `family:argument`. */
  readonly signal: string;
  /** Log-odds that a present signal adds; negative speaks against the cause. */
  readonly weight: number;
  /** True only where the quoted line leaves no other explanation: it makes the cause `confirmed`. */
  readonly proves?: boolean | undefined;
  /** One clause for the reader, beside the quoted line: why this line says so. */
  readonly says: string;
}

export interface Fix {
  readonly title: string;
  readonly where: 'backend' | 'nginx' | 'system' | 'client' | 'network' | 'cluster';
  readonly steps: readonly Step[];
  readonly risk: Risk;
  /** How to go back; required when the risk is not `read-only`. */
  readonly undo?: string | undefined;
  readonly sideEffects?: string | undefined;
  /** Why the laboratory, which makes this cause happen, can't confirm the fix; completes "Not tried by us: …". Absent where it was confirmed,
   * and where no scenario reaches it. */
  readonly unconfirmed?: string | undefined;
}

/** `read-only`: changes nothing. `safe`: changes something, small blast radius. `risky`: think first. */
export type Risk = 'read-only' | 'safe' | 'risky';

/** One step of a fix: words, and at most one of a shell command or a change of configuration. */
export interface Step {
  readonly do: string;
  /** One shell command. */
  readonly run?: string | undefined;
  /** Lines to write, in the syntax of `in`. Placeholders keep to a safe alphabet. */
  readonly change?: string | undefined;
  /** The file or block that `change` belongs to, in words. */
  readonly in?: string | undefined;
}

/** A read-only command that decides between causes. */
export interface Check {
  readonly id: string;
  readonly do: string;
  readonly run: string;
  readonly outcomes: readonly Outcome[];
}

export interface Outcome {
  /** What the output shows. */
  readonly shows: string;
  /** Ids of causes that this outcome speaks for; the others become less likely. */
  readonly means: readonly string[];
}

export interface Verification {
  readonly do: string;
  readonly run: string;
  /** What the output looks like when it is fixed. */
  readonly expect: string;
}

export interface Myth {
  readonly claim: string;
  readonly why: string;
  /** How it is known: nginx's source file, a documentation page, an experiment in words. */
  readonly proof: string;
}

export interface Reference {
  readonly title: string;
  /** Absent for nginx source files, whose path is the title. */
  readonly url?: string | undefined;
}

/** A paste that must give this entry. */
export interface Example {
  readonly paste: string;
  /** The cause that must come first. */
  readonly cause?: string | undefined;
  /** The confidence that this cause must have. */
  readonly confidence?: Confidence | undefined;
}

export const CONFIDENCES = ['confirmed', 'likely', 'possible', 'unlikely'] as const;
/** `confirmed`: a pasted line proves it. `likely`: evidence and most of the odds, or nearly all of the odds by priors alone.
 * `unlikely`: a pasted line speaks against it. */
export type Confidence = (typeof CONFIDENCES)[number];
