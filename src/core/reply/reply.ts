import type { CaseChange } from '../case/case-change.ts';
import type { Blame, Confidence, Fix, Reference, Severity } from '../entry.ts';
import type { Facts } from '../facts/read-facts.ts';
import type { Timeline } from '../timeline/timeline.ts';
import type { FixVerdict } from '../verdict/fix-verdict.ts';

/** The answer to a paste, free of any medium: `src/slack`, `src/terminal`, `src/markdown` and `src/json` render it.
 *
 * Every string is plain text with the reader's own values filled in and without control characters. Words between
 * backticks are code; renderers draw them so. Nothing is escaped for Slack, HTML or Markdown: the renderer does that.
 * A `run` is one shell command whose values are quoted already: it must be shown verbatim.
 *
 * What takes time is made when it is first read, and remembered: causes, checks and fixes, the verdicts, the summary, the timeline. Until then a
 * reply holds the lines that it answers, and a copy of it, by spreading or as JSON, has all of it made. */
export interface Reply {
  readonly kind: ReplyKind;
  /** What happened, in words that a developer who never ran nginx understands. One sentence without its full stop. */
  readonly headline: string;
  /** The whole verdict in a few plain sentences, for notifications and screen readers. At most 2,500 characters. */
  readonly summary: string;
  /** Friendly words where there is nothing to diagnose (`unrecognised`, `no-log`); else null. */
  readonly note: string | null;
  /** The finding that explains the others comes first. Empty when nothing was recognised. */
  readonly answers: readonly FindingAnswer[];
  /** What the paste changed in its case; null for the first answer of a case. */
  readonly change: CaseChange | null;
  /** Whether fixes worked, where the paste is about that; in the order of the answers. */
  readonly fixVerdicts: readonly FixVerdict[];
  /** One for every pasted line that carries anything, in order. */
  readonly verdicts: readonly LineVerdict[];
  /** Those of nginx's lines that nobody knows. */
  readonly unknown: readonly LineVerdict[];
  /** When it happened, for a plot; null where there is too little to plot. */
  readonly timeline: Timeline | null;
}

/** `diagnosed`: at least one finding that matters. `harmless`: findings, none of which matters.
 * `unrecognised`: nginx wrote it, and no entry knows it. `no-log`: no line of nginx's. */
export type ReplyKind = 'diagnosed' | 'harmless' | 'unrecognised' | 'no-log';

/** A pasted line as the reader finds it again. */
export interface Quote {
  /** 1-based number in its paste; the first one where a line was wrapped. */
  readonly line: number;
  /** Cleaned, at most 300 characters. Of an earlier paste's line, its kind in words; empty for one of nginx's errors. */
  readonly text: string;
  /** Which paste of the case, counted from 1, where it is an earlier one than the one that is answered. */
  readonly paste?: number | undefined;
}

export interface LineVerdict {
  /** 1-based numbers of the pasted lines that make up this record. */
  readonly lines: readonly number[];
  readonly verdict: 'explained' | 'harmless' | 'unknown' | 'evidence' | 'not-nginx';
  /** The entry that explains it, or null. */
  readonly entry: string | null;
  readonly text: string;
}

/** What one finding means to its reader. */
export interface FindingAnswer {
  /** The entry's id; null for a line that nginx-why identifies and has no deep entry for. */
  readonly entry: string | null;
  readonly title: string;
  /** True where so much was found that this one is only named: it has no causes, checks, fixes or references. */
  readonly inBrief: boolean;
  readonly severity: Severity;
  readonly blame: Blame;
  /** `POST /api/data on example.com → 127.0.0.1:8080 · once, 10:15:42`. */
  readonly where: string;
  /** The way of the requests through the configuration, where it was pasted; else null. */
  readonly route: RouteAnswer | null;
  /** nginx's own words in the line that stands for all of them. */
  readonly message: string;
  /** 1-based number of that line in the paste; the first one where it was wrapped. */
  readonly line: number;
  /** That line, cleaned, at most 300 characters; nginx's own words alone where it stood in an earlier paste. */
  readonly text: string;
  readonly meaning: string;
  readonly userSees: string;
  readonly signature: { readonly template: string; readonly source: string; readonly function: string };
  readonly count: number;
  /** As nginx wrote them, `YYYY/MM/DD HH:MM:SS`; null when the paste has no times. */
  readonly firstAt: string | null;
  readonly lastAt: string | null;
  /** 1-based numbers of the pasted lines, ascending. */
  readonly lines: readonly number[];
  /** By the names of the placeholders: `client`, `upstream.port`, `errno` … */
  readonly facts: Facts;
  /** The entry whose finding in this paste explains this one; null where it stands for itself. */
  readonly consequenceOf: string | null;
  /** Most likely first. */
  readonly causes: readonly CauseAnswer[];
  /** The check that separates the remaining causes best; null when one is confirmed or none would help. */
  readonly nextCheck: CheckAnswer | null;
  /** Every check of the entry, filled in; the next one among them. */
  readonly checks: readonly CheckAnswer[];
  readonly verification: readonly VerificationAnswer[];
  readonly prevention: readonly string[];
  readonly myths: readonly { readonly claim: string; readonly why: string }[];
  readonly references: readonly Reference[];
}

export interface RouteAnswer {
  /** `` Goes through `server shop.example.com` → `location /` → `proxy_pass http://app` → `upstream app` ``; without a full stop. */
  readonly text: string;
  /** 1-based numbers of their pasted lines, in that order. */
  readonly lines: readonly number[];
  /** False where the paste leaves open whether the requests go this way. */
  readonly isCertain: boolean;
}

export interface CauseAnswer {
  readonly id: string;
  readonly title: string;
  readonly why: string;
  readonly confidence: Confidence;
  /** Share of the odds among this finding's causes, 0 to 1. For ordering and debugging, not for showing as truth. */
  readonly probability: number;
  /** What the paste says for and against it, strongest first. */
  readonly evidence: readonly EvidenceAnswer[];
  readonly ask: string | null;
  readonly versions: string | null;
  readonly fixes: readonly FixAnswer[];
  readonly verification: readonly VerificationAnswer[];
}

export interface EvidenceAnswer {
  readonly signal: string;
  readonly supports: boolean;
  /** True where the quoted line alone proves the cause. */
  readonly proves: boolean;
  readonly says: string;
  readonly quotes: readonly Quote[];
}

export interface FixAnswer {
  readonly title: string;
  readonly where: Fix['where'];
  readonly risk: Fix['risk'];
  readonly undo: string | null;
  readonly sideEffects: string | null;
  /** Completes "Not tried by us: …"; null unless the entry marks the fix so. */
  readonly unconfirmed: string | null;
  readonly steps: readonly StepAnswer[];
}

export interface StepAnswer {
  readonly do: string;
  /** One shell command, to show verbatim. */
  readonly run: string | null;
  /** Lines to write, verbatim, into the file or block that `in` names. */
  readonly change: string | null;
  readonly in: string | null;
}

export interface CheckAnswer {
  readonly id: string;
  readonly do: string;
  readonly run: string;
  readonly outcomes: readonly { readonly shows: string /** Ids of causes. */; readonly means: readonly string[] }[];
}

export interface VerificationAnswer {
  readonly do: string;
  readonly run: string;
  readonly expect: string;
}
