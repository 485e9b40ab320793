import { compare } from '../compare.ts';
import { prepareLog } from '../logs/prepare-log.ts';
import { findAlpine, findGoaccess } from '../peers/peers.ts';
import type { Row } from '../row.ts';
import type { Setup } from '../setup.ts';

/** The full analysis of an access log against those who make reports of one, or objects. */
export async function measureAccessLog({ knowledge, lines, rounds, withPeers, tell }: Setup): Promise<readonly Row[]> {
  const { file } = prepareLog('access', lines, knowledge);
  const rivals = withPeers
    ? [
        { name: 'GoAccess', peer: findGoaccess(tell), target: { must: 0.2, aim: 0.1 } },
        { name: 'alpine (npm)', peer: await findAlpine(tell), target: null },
      ]
    : [];
  return compare('access log', file, lines, rivals, rounds);
}
