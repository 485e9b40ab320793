import { createReadStream } from 'node:fs';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';

// alpine FILE: parses every line of an access log, and counts the statuses that it read.

const Alpine = createRequire(import.meta.url)('alpine');
const parser = new Alpine();
const statuses = new Map<string, number>();
for await (const line of createInterface({ input: createReadStream(process.argv[2] ?? '') })) {
  const { status } = parser.parseLine(line);
  statuses.set(status, (statuses.get(status) ?? 0) + 1);
}
process.stdout.write(`${JSON.stringify(Object.fromEntries(statuses))}\n`);
