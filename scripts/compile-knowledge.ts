import { writeCompiledKnowledge } from '../src/knowledge/load-compiled.ts';

const { entries, companions, messages } = (await writeCompiledKnowledge()).whole();
console.log(
  `dist/knowledge.jsonl: ${entries.length} entries, ${companions.length} companions, ${messages.length} messages`,
);
