import { ACCESS_FAMILIES, ACCESS_SIGNALS } from './access-signals.ts';
import { CROWD_SIGNALS } from './crowd-signals.ts';
import type { EvidenceView, Shown } from './evidence-view.ts';
import { orNull } from './evidence-view.ts';
import { LINE_FAMILIES, REQUEST_SIGNALS } from './line-signals.ts';
import { PLACE_SIGNALS } from './place-signals.ts';
import { SHELL_SIGNALS } from './shell-signals.ts';
import type { SignalFamilies, Signals } from './signal.ts';
import { SURROUNDINGS_FAMILIES } from './surroundings-signals.ts';

const SIGNALS: Signals = {
  ...REQUEST_SIGNALS,
  ...PLACE_SIGNALS,
  ...CROWD_SIGNALS,
  ...ACCESS_SIGNALS,
  ...SHELL_SIGNALS,
};
const FAMILIES: SignalFamilies = { ...LINE_FAMILIES, ...ACCESS_FAMILIES, ...SURROUNDINGS_FAMILIES };

/** The records that show a signal, or null. Ids are those of `docs/writing-entries.md` and of the companions. A line of an
 * earlier paste also shows what it showed when its words were at hand. */
export function showSignal(id: string, view: EvidenceView): Shown {
  const shown = lookFor(id, view) ?? [];
  const remembered = [...view.finding.remembered, ...view.earlier].filter(({ earlier }) => earlier?.shows.includes(id));
  return orNull(remembered.length === 0 ? shown : [...new Set([...shown, ...remembered])]);
}

function lookFor(id: string, view: EvidenceView): Shown {
  const colon = id.indexOf(':');
  const family = colon < 0 ? undefined : FAMILIES[id.slice(0, colon)];
  if (family) return family(view, id.slice(colon + 1));
  const signal = SIGNALS[id];
  if (signal) return signal(view);
  return orNull(view.companions.filter(({ pattern }) => pattern.id === id));
}

/** True for ids that can be shown without companions; the lint asks. */
export function isSignal(id: string): boolean {
  const colon = id.indexOf(':');
  return colon < 0 ? Object.hasOwn(SIGNALS, id) : Object.hasOwn(FAMILIES, id.slice(0, colon));
}
