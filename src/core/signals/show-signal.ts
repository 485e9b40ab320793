import { ACCESS_FAMILIES, ACCESS_SIGNALS } from './access-signals.ts';
import { BACKEND_LIFE_SIGNALS } from './backend-life-signals.ts';
import { BACKEND_WORDS } from './backend-words.ts';
import { CONFIG_ACCESS_SIGNALS } from './config-access-signals.ts';
import { CONFIG_FAMILIES } from './config-families.ts';
import { CONFIG_FILE_SIGNALS } from './config-file-signals.ts';
import { CONFIG_LOOP_SIGNALS } from './config-loop-signals.ts';
import { CONFIG_MEASURE_SIGNALS } from './config-measure-signals.ts';
import { CONFIG_PASS_SIGNALS } from './config-pass-signals.ts';
import { CONFIG_POOL_SIGNALS } from './config-pool-signals.ts';
import { CONFIG_SERVER_SIGNALS } from './config-server-signals.ts';
import { CONFIG_SETTING_SIGNALS } from './config-setting-signals.ts';
import { CROWD_SIGNALS } from './crowd-signals.ts';
import type { EvidenceView, Shown } from './evidence-view.ts';
import { LINE_FAMILIES, REQUEST_SIGNALS } from './line-signals.ts';
import { PLACE_SIGNALS } from './place-signals.ts';
import { SHELL_SIGNALS } from './shell-signals.ts';
import type { SignalFamilies, Signals } from './signal.ts';
import { SURROUNDINGS_FAMILIES } from './surroundings-signals.ts';
import { TIMING_SIGNALS } from './timing-signals.ts';

const SIGNALS: Signals = {
  ...REQUEST_SIGNALS,
  ...PLACE_SIGNALS,
  ...CROWD_SIGNALS,
  ...ACCESS_SIGNALS,
  ...TIMING_SIGNALS,
  ...SHELL_SIGNALS,
  ...BACKEND_LIFE_SIGNALS,
  ...BACKEND_WORDS,
  ...CONFIG_ACCESS_SIGNALS,
  ...CONFIG_PASS_SIGNALS,
  ...CONFIG_SETTING_SIGNALS,
  ...CONFIG_LOOP_SIGNALS,
  ...CONFIG_POOL_SIGNALS,
  ...CONFIG_MEASURE_SIGNALS,
  ...CONFIG_FILE_SIGNALS,
  ...CONFIG_SERVER_SIGNALS,
};
const FAMILIES: SignalFamilies = { ...LINE_FAMILIES, ...ACCESS_FAMILIES, ...SURROUNDINGS_FAMILIES, ...CONFIG_FAMILIES };

/** The records that show a signal, or null. Ids are those of `docs/writing-entries.md` and of the companions. A line of an
 * earlier paste also shows what it showed when its words were at hand. */
export function showSignal(id: string, view: EvidenceView): Shown {
  const seen = view.seen.get(id);
  if (seen !== undefined) return seen;
  const shown = lookAgain(id, view);
  view.seen.set(id, shown);
  return shown;
}

function lookAgain(id: string, view: EvidenceView): Shown {
  const shown = lookFor(id, view);
  if (view.earlier.length === 0 && view.finding.remembered.length === 0) return shown;
  const remembered = [...view.finding.remembered, ...view.earlier].filter(({ earlier }) => earlier?.shows.includes(id));
  return remembered.length === 0 ? shown : [...new Set([...(shown ?? []), ...remembered])];
}

function lookFor(id: string, view: EvidenceView): Shown {
  const colon = id.indexOf(':');
  const family = colon < 0 ? undefined : FAMILIES[id.slice(0, colon)];
  if (family) return family(view, id.slice(colon + 1));
  const signal = SIGNALS[id];
  if (signal) return signal(view);
  return view.companionsById.get(id) ?? null;
}

/** True for ids that can be shown without companions; the lint asks. */
export function isSignal(id: string): boolean {
  const colon = id.indexOf(':');
  return colon < 0 ? Object.hasOwn(SIGNALS, id) : Object.hasOwn(FAMILIES, id.slice(0, colon));
}
