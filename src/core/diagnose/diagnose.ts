import { createRouteFinder } from '../config/find-routes.ts';
import type { Reference } from '../config/reference.ts';
import type { Route } from '../config/route.ts';
import { type Check, type Entry, SEVERITIES } from '../entry.ts';
import { type Finding, severityOf } from '../identify/finding.ts';
import { withLater } from '../later.ts';
import { once } from '../once.ts';
import type { Contents } from '../records/read-records.ts';
import { type EvidenceView, toSurroundings, toView } from '../signals/evidence-view.ts';
import { findingRoutes } from '../signals/finding-routes.ts';
import { showSignal } from '../signals/show-signal.ts';
import { chooseInDepth } from './choose-in-depth.ts';
import { nextCheck } from './next-check.ts';
import { type RankedCause, rankCauses } from './rank-causes.ts';

/** A finding with its causes ranked. */
export interface Diagnosis extends Depth {
  readonly finding: Finding;
  /** True where so much was found that this one is only named: it has no causes and no check. */
  readonly inBrief: boolean;
  /** The entry whose finding in the same paste explains this one. */
  readonly consequenceOf: string | null;
}

/** What is looked for when somebody reads it: most findings of a long paste are only named. */
interface Depth {
  /** The ways of its requests through the pasted configuration; empty where the paste has none. */
  readonly routes: readonly Route[];
  /** Most likely first; empty for a finding without an entry. */
  readonly causes: readonly RankedCause[];
  readonly nextCheck: Check | null;
  /** What the end user got; null for a finding without an entry. */
  readonly userSees: string | null;
}

const NO_DEPTH: Depth = { routes: [], causes: [], nextCheck: null, userSees: null };

/** Diagnoses findings. The one that explains the others comes first, then by severity, number of lines, first line. Beyond the most
 * important ones findings are only named: see `chooseInDepth`. */
export function diagnose(
  findings: readonly Finding[],
  contents: Contents,
  reference: Reference,
  mostInDepth: number,
): readonly Diagnosis[] {
  const ordered = findings.map((finding) => toBrief(finding, findings)).toSorted(byImportance);
  const inDepth = chooseInDepth(
    ordered.map(({ finding }) => finding),
    mostInDepth,
  );
  const look = once(() => createLook(findings, contents, reference));
  // findings share what a paste may cost, and it has to be spent the same way whichever is read first
  let lookBefore: () => unknown = look;
  return ordered.map((brief) => {
    if (!inDepth.has(brief.finding)) return brief;
    const before = lookBefore;
    const depth = once(() => {
      before();
      return look()(brief.finding);
    });
    lookBefore = depth;
    return toDiagnosis(brief, depth);
  });
}

function toBrief(finding: Finding, findings: readonly Finding[]): Diagnosis {
  return { finding, inBrief: true, consequenceOf: explainedBy(finding, findings), ...NO_DEPTH };
}

function toDiagnosis({ finding, consequenceOf }: Diagnosis, depth: () => Depth): Diagnosis {
  return withLater(
    { finding, inBrief: false, consequenceOf },
    {
      routes: () => depth().routes,
      causes: () => depth().causes,
      nextCheck: () => depth().nextCheck,
      userSees: () => depth().userSees,
    },
  );
}

/** Looks into one finding, with all that was pasted beside it. */
function createLook(
  findings: readonly Finding[],
  contents: Contents,
  reference: Reference,
): (finding: Finding) => Depth {
  const surroundings = toSurroundings(findings, contents, reference);
  const { configuration } = contents;
  const findRoute = configuration.all.length === 0 ? null : createRouteFinder(configuration, surroundings.match);
  return (finding) => {
    const { entry } = finding;
    const view = toView(surroundings, finding, findRoute ? findingRoutes(finding, findRoute) : []);
    if (!entry) return { ...NO_DEPTH, routes: view.routes };
    const causes = rankCauses(entry, view);
    return { routes: view.routes, causes, nextCheck: nextCheck(entry, causes), userSees: userSees(entry, view) };
  };
}

function userSees(entry: Entry, view: EvidenceView): string | null {
  const told = entry.userSees.find(({ when }) => (when ?? []).every((signal) => showSignal(signal, view) !== null));
  return told?.text ?? null;
}

function explainedBy(finding: Finding, findings: readonly Finding[]): string | null {
  const wanted = finding.entry?.consequenceOf ?? [];
  if (wanted.length === 0) return null;
  const found = findings.find((other) => other !== finding && other.entry !== null && wanted.includes(other.entry.id));
  return found?.entry?.id ?? null;
}

function byImportance(a: Diagnosis, b: Diagnosis): number {
  return (
    Number(a.consequenceOf !== null) - Number(b.consequenceOf !== null) ||
    severityRank(a) - severityRank(b) ||
    b.finding.tally.count - a.finding.tally.count ||
    firstLine(a) - firstLine(b)
  );
}

function severityRank({ finding }: Diagnosis): number {
  const severity = severityOf(finding);
  return severity ? SEVERITIES.indexOf(severity) : SEVERITIES.length - 1.5;
}

const firstLine = ({ finding }: Diagnosis): number => finding.records[0]?.at[0] ?? 0;
