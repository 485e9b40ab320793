import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Config, ConfigError, readConfig } from './config.ts';
import { compileKnowledge } from './core/compile-knowledge.ts';
import type { CompiledKnowledge } from './core/compiled-knowledge.ts';
import { KnowledgeError } from './knowledge/check-file.ts';
import { openCompiledKnowledge } from './knowledge/load-compiled.ts';
import { UnusableKnowledgeError } from './knowledge/unusable-knowledge-error.ts';
import { PromptError } from './llm/prompt/prompt.ts';
import { runBot } from './run-bot.ts';
import { checkManifest, ManifestError } from './slack/check-manifest.ts';
import { TokenRefusedError } from './slack/token-refused-error.ts';
import { openStore } from './store/open-store.ts';
import { StoreError } from './store/store-error.ts';
import { textOfFeedback } from './store/text-of-feedback.ts';

const MANIFEST = fileURLToPath(new URL('../slack-manifest.yaml', import.meta.url));
const USAGE = `Usage: node src/bot.ts [--check | --feedback]

Answers nginx errors in Slack. Configuration comes from the environment, see .env.example.
  --check     validates configuration, manifest and knowledge, connects to nothing, and ends
  --feedback  prints how often answers fixed it or were not it, by entry and cause, and ends
`;
const OPTIONS: readonly string[] = ['--check', '--feedback'];

if (existsSync('.env')) process.loadEnvFile('.env');
await main(process.argv.slice(2));

async function main(options: readonly string[]): Promise<void> {
  const unknown = options.filter((option) => !OPTIONS.includes(option));
  if (unknown.length > 0) return end(unknown.includes('--help') ? 0 : 2, USAGE);
  try {
    const config = readConfig(process.env);
    if (options.includes('--feedback')) return end(0, readFeedback(config));
    const knowledge = await readKnowledge(config.knowledgeDir);
    if (!options.includes('--check')) return await runBot(config, knowledge);
    checkManifest(MANIFEST);
    const { entries, messages } = knowledge.whole();
    end(
      0,
      `Configuration, manifest and knowledge (${entries.length} entries, ${messages.length} messages) are fine.\n`,
    );
  } catch (error) {
    end(1, `${describe(error)}\n`);
    process.exit();
  }
}

function readFeedback({ storeFile, keepCasesMs }: Config): string {
  const { feedback, close } = openStore(storeFile, keepCasesMs, (error) => {
    throw error;
  });
  const text = textOfFeedback(feedback.counts());
  close();
  return text;
}

/** The knowledge that comes with nginx-why, compiled; or the operator's own files. */
async function readKnowledge(directory: string | null): Promise<CompiledKnowledge> {
  if (directory === null) return openCompiledKnowledge();
  const { loadKnowledge } = await import('./knowledge/load-knowledge.ts');
  return compileKnowledge(loadKnowledge(directory));
}

/** Errors that say what to do speak for themselves; any other is shown with its stack. */
function describe(error: unknown): string {
  const known = [
    ConfigError,
    KnowledgeError,
    ManifestError,
    PromptError,
    StoreError,
    TokenRefusedError,
    UnusableKnowledgeError,
  ];
  if (!(error instanceof Error)) return String(error);
  if ('code' in error && error.code === 'EADDRINUSE' && 'port' in error) {
    return `Port ${String(error.port)} is in use. Set PORT (events by HTTP) or HEALTH_PORT to a free one, see .env.example.`;
  }
  return known.some((kind) => error instanceof kind) ? error.message : (error.stack ?? error.message);
}

function end(code: number, text: string): void {
  (code === 0 ? process.stdout : process.stderr).write(text);
  process.exitCode = code;
}
