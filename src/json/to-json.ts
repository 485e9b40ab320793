import type { CauseAnswer, EvidenceAnswer, FindingAnswer, Quote, Reply } from '../core/reply/reply.ts';
import type { FixVerdict } from '../core/verdict/fix-verdict.ts';
import type {
  AnswerDocument,
  DocumentCause,
  DocumentEvidence,
  DocumentFinding,
  DocumentInput,
  DocumentVerdict,
} from './answer-document.ts';

/** A reply as data for other programs. `toolVersion` is the release of nginx-why that made it; `leftOut` counts the lines of
 * nginx's that are in no finding's count, because their log held more kinds and places than are kept apart. */
export function toJson(
  reply: Reply,
  toolVersion: string,
  inputs: readonly DocumentInput[],
  leftOut: number,
): AnswerDocument {
  return {
    version: 1,
    tool: { name: 'nginx-why', version: toolVersion },
    kind: reply.kind,
    headline: reply.headline,
    summary: reply.summary,
    note: reply.note,
    inputs: inputs.map(({ name, firstLine, lineCount }) => ({ name, firstLine, lineCount })),
    fixVerdicts: reply.fixVerdicts.map(toVerdict),
    findings: reply.answers.map(toFinding),
    unknownLines: reply.unknown.flatMap(({ lines }) => lines).toSorted((a, b) => a - b),
    leftOut,
    verdicts: reply.verdicts.map(({ lines, verdict, entry }) => ({ lines, verdict, entry })),
  };
}

/** Field by field: what the reply gains later doesn't leak into the published format. */
function toFinding(answer: FindingAnswer): DocumentFinding {
  return {
    entry: answer.entry,
    title: answer.title,
    severity: answer.severity,
    blame: answer.blame,
    inBrief: answer.inBrief,
    where: answer.where,
    route: answer.route && { text: answer.route.text, lines: answer.route.lines, isCertain: answer.route.isCertain },
    message: answer.message,
    meaning: answer.meaning,
    userSees: answer.userSees,
    signature: {
      template: answer.signature.template,
      source: answer.signature.source,
      function: answer.signature.function,
    },
    count: answer.count,
    firstAt: answer.firstAt,
    lastAt: answer.lastAt,
    lines: answer.lines,
    facts: Object.fromEntries(answer.facts),
    consequenceOf: answer.consequenceOf,
    causes: answer.causes.map(toCause),
    nextCheck: answer.nextCheck,
    checks: answer.checks,
    verification: answer.verification,
    prevention: answer.prevention,
    myths: answer.myths.map(({ claim, why }) => ({ claim, why })),
    references: answer.references.map(({ title, url = null }) => ({ title, url })),
  };
}

/** A document is about one paste, so its quotes are of that one. */
const toQuote = ({ line, text }: Quote) => ({ line, text });

function toVerdict({ kind, entry, title, says, since, passed, failed, quotes, ask }: FixVerdict): DocumentVerdict {
  return {
    kind,
    entry,
    title,
    says,
    since: { at: since.at, source: since.source === 'noted' ? 'noted' : 'stated' },
    passed,
    failed,
    lines: quotes.map(({ line }) => line),
    quotes: quotes.map(toQuote),
    ask: ask && { do: ask.do, run: ask.run },
  };
}

function toCause(cause: CauseAnswer): DocumentCause {
  return {
    id: cause.id,
    title: cause.title,
    why: cause.why,
    confidence: cause.confidence,
    evidence: cause.evidence.map(toEvidence),
    ask: cause.ask,
    versions: cause.versions,
    fixes: cause.fixes,
    verification: cause.verification,
  };
}

function toEvidence(evidence: EvidenceAnswer): DocumentEvidence {
  return {
    signal: evidence.signal,
    supports: evidence.supports,
    proves: evidence.proves,
    lines: evidence.quotes.map((quote) => quote.line),
    quotes: evidence.quotes.map(toQuote),
    says: evidence.says,
  };
}
