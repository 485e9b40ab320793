import { bundle } from '../build.ts';
import { compare } from '../compare.ts';
import { prepareLog } from '../logs/prepare-log.ts';
import { findHyperscan, findLnav, findRipgrep } from '../peers/peers.ts';
import { writeSignatures } from '../peers/signatures-file.ts';
import type { Row } from '../row.ts';
import type { Setup } from '../setup.ts';

/** The full analysis of an error log against everything else that reads one: reading lines and doing nothing (the floor),
 * searching all signatures (ripgrep, Hyperscan), grouping messages (lnav). */
export async function measureErrorLog({ knowledge, lines, rounds, withPeers, tell }: Setup): Promise<readonly Row[]> {
  const { file } = prepareLog('error', lines, knowledge);
  const floor = await bundle('floor');
  const signatures = writeSignatures(knowledge);
  const peers = withPeers
    ? [
        { name: 'rg -o -f signatures', peer: findRipgrep(signatures, tell), target: { must: 1, aim: 0.6 } },
        { name: 'lnav by log_msg_format', peer: findLnav(tell), target: { must: 0.4, aim: 0.2 } },
        { name: 'Hyperscan, all signatures', peer: await findHyperscan(signatures, tell), target: { must: 2, aim: 1 } },
      ]
    : [];
  const rivals = [
    {
      name: 'floor (lines as strings)',
      peer: (log: string) => ({ words: [process.execPath, floor, log] }),
      target: { must: 16, aim: 8 },
    },
    ...peers,
  ];
  return compare('error log', file, lines, rivals, rounds);
}
