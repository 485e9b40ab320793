import type { Blame, Confidence, Severity } from '../core/entry.ts';
import type {
  CheckAnswer,
  FixAnswer,
  LineVerdict,
  ReplyKind,
  RouteAnswer,
  VerificationAnswer,
} from '../core/reply/reply.ts';
import type { FixVerdict } from '../core/verdict/fix-verdict.ts';

/** The answer as JSON. Its published form is `docs/answer.schema.json`; a change that breaks readers raises `version`. */
export interface AnswerDocument {
  /** Of this format, not of the tool. */
  readonly version: 1;
  readonly tool: { readonly name: 'nginx-why'; readonly version: string };
  readonly kind: ReplyKind;
  readonly headline: string;
  readonly summary: string;
  readonly note: string | null;
  /** What was read, in order. Lines are numbered on through all of it. */
  readonly inputs: readonly DocumentInput[];
  /** Whether fixes worked, in the order of the findings; empty without `--since-fix`. */
  readonly fixVerdicts: readonly DocumentVerdict[];
  /** The finding that explains the others comes first. */
  readonly findings: readonly DocumentFinding[];
  /** Numbers of the pasted lines that nginx wrote and nginx-why doesn't know, ascending. */
  readonly unknownLines: readonly number[];
  /** Lines that are in no finding's count. */
  readonly leftOut: number;
  readonly verdicts: readonly Omit<LineVerdict, 'text'>[];
}

export interface DocumentInput {
  readonly name: string;
  readonly firstLine: number;
  readonly lineCount: number;
}

export interface DocumentVerdict {
  readonly kind: FixVerdict['kind'];
  readonly entry: string | null;
  readonly title: string;
  readonly says: string;
  readonly since: { readonly at: string; readonly source: 'stated' | 'noted' };
  readonly passed: number;
  readonly failed: number;
  readonly lines: readonly number[];
  readonly quotes: readonly { readonly line: number; readonly text: string }[];
  readonly ask: { readonly do: string; readonly run: string } | null;
}

export interface DocumentFinding {
  readonly entry: string | null;
  readonly title: string;
  readonly severity: Severity;
  readonly blame: Blame;
  readonly inBrief: boolean;
  readonly where: string;
  readonly route: RouteAnswer | null;
  readonly message: string;
  readonly meaning: string;
  readonly userSees: string;
  readonly signature: { readonly template: string; readonly source: string; readonly function: string };
  readonly count: number;
  readonly firstAt: string | null;
  readonly lastAt: string | null;
  readonly lines: readonly number[];
  readonly facts: Readonly<Record<string, string>>;
  readonly consequenceOf: string | null;
  readonly causes: readonly DocumentCause[];
  readonly nextCheck: CheckAnswer | null;
  readonly checks: readonly CheckAnswer[];
  readonly verification: readonly VerificationAnswer[];
  readonly prevention: readonly string[];
  readonly myths: readonly { readonly claim: string; readonly why: string }[];
  readonly references: readonly { readonly title: string; readonly url: string | null }[];
}

export interface DocumentCause {
  readonly id: string;
  readonly title: string;
  readonly why: string;
  readonly confidence: Confidence;
  readonly evidence: readonly DocumentEvidence[];
  readonly ask: string | null;
  readonly versions: string | null;
  readonly fixes: readonly FixAnswer[];
  readonly verification: readonly VerificationAnswer[];
}

export interface DocumentEvidence {
  readonly signal: string;
  readonly supports: boolean;
  readonly proves: boolean;
  readonly lines: readonly number[];
  readonly quotes: readonly { readonly line: number; readonly text: string }[];
  readonly says: string;
}
