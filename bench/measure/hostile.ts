import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { bundle } from '../build.ts';
import { CACHE } from '../cache.ts';
import { hostileInputs } from '../hostile/inputs.ts';
import { type HostileCost, measureKind, medianCost, type Way } from '../hostile/measure-kind.ts';
import type { Row, Target } from '../row.ts';
import type { Setup } from '../setup.ts';
import { short } from '../table.ts';

const SECONDS: Target = { must: 2, aim: 1 };
const EXPONENT: Target = { must: 1.1 };

/** Input that is made to be slow: as a log of 10 and 40 MB, and as a paste of 2.5 and 10 MB, as the bot takes files. What misses a
 * target is run twice more, and the median counts. */
export async function measureHostile({ knowledge, tell }: Setup): Promise<readonly Row[]> {
  const program = await bundle('hostile/run');
  const folder = join(CACHE, 'hostile');
  const rows: Row[] = [];
  for (const way of ['log', 'paste'] as const) {
    const costs: HostileCost[] = [];
    for (const [kind, write] of hostileInputs(knowledge)) {
      const measure = () => measureKind(kind, write, way, program, folder);
      const first = await measure();
      const again = !isFine(first) && Number.isFinite(first.seconds);
      const cost = again ? medianCost([first, await measure(), await measure()]) : first;
      if (!isFine(cost))
        tell(`  ${way}, ${kind}: ${short(cost.seconds)} s for 10 MB, exponent ${short(cost.exponent)}`);
      costs.push(cost);
    }
    rows.push(...worstOf(way, costs));
  }
  rmSync(folder, { recursive: true, force: true });
  return rows;
}

const isFine = ({ seconds, exponent }: HostileCost): boolean => seconds <= SECONDS.must && exponent <= EXPONENT.must;

function worstOf(way: Way, costs: readonly HostileCost[]): readonly Row[] {
  const row = (what: string, key: 'seconds' | 'exponent', unit: string, target: Target): Row => {
    const sorted = costs.toSorted((a, b) => b[key] - a[key]);
    const [worst, second] = sorted;
    const over = sorted.filter((cost) => cost[key] > target.must).length;
    return {
      what: `hostile ${way}, ${costs.length} kinds: ${what}`,
      figure: { median: worst?.[key] ?? 0, low: sorted.at(-1)?.[key] ?? 0, high: worst?.[key] ?? 0 },
      unit,
      target,
      note: over > 1 ? `${over} kinds miss it; ${worst?.kind}, ${second?.kind} …` : `${worst?.kind}`,
    };
  };
  return [
    row('CPU for 10 MB', 'seconds', ' s', SECONDS),
    row('exponent to four times as much', 'exponent', '', EXPONENT),
  ];
}
