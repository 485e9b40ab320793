import type { Catalogue } from '../identify/catalogue.ts';
import { identifyRecord } from '../identify/identify-record.ts';
import type { Level } from '../records/error-head.ts';
import type { ErrorRecord } from '../records/log-record.ts';
import { takeSuffixesOff } from '../records/message-suffixes.ts';
import { copy } from './copy.ts';

/** Names the error of a line by what stands between its head and its context. */
export type NameError = (body: string, level: Level, upstream: string) => string;

const MOST_REMEMBERED = 8_192;
const LONGEST_REMEMBERED = 512;

/** Logs repeat themselves, so bodies that were seen are looked up and only new ones are matched against the templates.
 * The name is the entry's id, the format string where no entry claims it, or `unknown`. */
export function createIdentityMemory(catalogue: Catalogue): NameError {
  const memory = new Map<string, Map<string, string>>();
  let remembered = 0;

  const remember = (circumstances: string, body: string, name: string): void => {
    if (body.length > LONGEST_REMEMBERED) return;
    if (remembered >= MOST_REMEMBERED) {
      memory.clear();
      remembered = 0;
    }
    const bodies = memory.get(circumstances) ?? new Map<string, string>();
    memory.set(circumstances, bodies);
    bodies.set(copy(body), name);
    remembered += 1;
  };

  return (body, level, upstream) => {
    const colon = upstream.indexOf('://');
    const circumstances = colon > 0 ? level + upstream.slice(0, colon) : level;
    const known = memory.get(circumstances)?.get(body);
    if (known !== undefined) return known;
    const identified = identifyRecord(toRecord(body, level, upstream, catalogue), catalogue);
    const name = identified ? (identified.entry?.id ?? identified.template) : 'unknown';
    remember(circumstances, body, name);
    return name;
  };
}

/** As much of a record as identification looks at. */
function toRecord(body: string, level: Level, upstream: string, catalogue: Catalogue): ErrorRecord {
  return {
    kind: 'error',
    author: 'nginx',
    at: [0],
    text: body,
    prefix: '',
    time: null,
    level,
    pid: null,
    connection: null,
    ...takeSuffixesOff(body, catalogue.isAction),
    context: { values: new Map([['upstream', upstream]]), cut: false },
  };
}
