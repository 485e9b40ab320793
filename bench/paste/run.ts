import { readFileSync } from 'node:fs';
import { createEngine } from '../../src/answer.ts';
import { loadCompiledKnowledge } from '../../src/knowledge/load-compiled.ts';

// run PASTES: a file with pastes in it, as JSON. Prints what each took, in milliseconds: by the clock, and as long as the
// processor was busy with it. The first comes before everything is warm, and the first fifth counts as warming up.

const pastes: readonly string[] = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'));
const { answer } = createEngine(await loadCompiledKnowledge());
const times = pastes.map((paste) => {
  const cpu = process.threadCpuUsage();
  const clock = performance.now();
  answer(paste);
  const wallMs = performance.now() - clock;
  const { user, system } = process.threadCpuUsage(cpu);
  return { wallMs, cpuMs: (user + system) / 1000 };
});
const warm = times.slice(Math.floor(times.length / 5));
process.stdout.write(JSON.stringify({ first: times[0], warm }));
