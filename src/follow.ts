import type { Reply } from './core/reply/reply.ts';
import { createFollower, type News } from './terminal/create-follower.ts';
import { followFiles } from './terminal/follow-files.ts';
import type { Look } from './terminal/look.ts';
import { writeError, writeOut } from './terminal/standard-streams.ts';
import { toText } from './terminal/to-text.ts';
import { wrap } from './terminal/wrap.ts';

/** Lines that belong together are written together; after the first one the rest is waited for so long. */
const GATHER_MS = 500;
/** A finding that keeps coming is counted, not told, and not more often than this. */
const AGAIN_MS = 10_000;

/** Follows files until Ctrl-C and tells each finding once, then how often it came again. Resolves when it was stopped; throws
 * InputError for files that can't be followed. */
export async function follow(names: readonly string[], answer: (paste: string) => Reply, look: Look): Promise<void> {
  const follower = createFollower(answer);
  const counts = new Map<string, number>();
  let gathering: NodeJS.Timeout | null = null;
  let lastCounted = 0;

  const tellCounts = (): void => {
    for (const [title, count] of counts) writeOut(`${wrap(`again, ${count}×: ${title}`, look.columns).join('\n')}\n`);
    counts.clear();
    lastCounted = Date.now();
  };
  const tell = (): void => {
    gathering = null;
    const { reply, again }: News = follower.news();
    for (const { answer: known, count } of again) counts.set(known.title, (counts.get(known.title) ?? 0) + count);
    if (reply) writeOut(`${toText(reply, look)}\n`);
    if (counts.size > 0 && Date.now() - lastCounted >= AGAIN_MS) tellCounts();
  };

  const following = await followFiles(
    names,
    ({ text }) => {
      follower.add(text);
      gathering ??= setTimeout(tell, GATHER_MS);
    },
    (name, problem) => writeError(`nginx-why: ${name}: ${problem}. It is waited for.\n`),
  );
  writeError(`Following ${names.join(', ')}. Ctrl-C ends it.\n`);
  await new Promise<void>((resolve) => process.once('SIGINT', resolve));
  if (gathering) clearTimeout(gathering);
  tell();
  tellCounts();
  await following.stop();
}
