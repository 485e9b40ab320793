import { compileKnowledge } from '../src/knowledge/load-compiled.ts';

const { entries, companions, messages } = await compileKnowledge();
console.log(
  `dist/knowledge.json: ${entries.length} entries, ${companions.length} companions, ${messages.length} messages`,
);
