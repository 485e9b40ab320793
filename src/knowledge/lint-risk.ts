import { parse } from 'unbash';
import type { Entry, Fix, Risk } from '../core/entry.ts';
import { commandsOf, innerCommand } from './lint-command-words.ts';
import { fieldsOf } from './lint-fields.ts';
import { PROGRAMS, RULES } from './lint-known-commands.ts';
import type { Problem } from './problem.ts';

const RANK: Readonly<Record<Risk, number>> = { 'read-only': 0, safe: 1, risky: 2 };
const WHERE_TO_ADD = 'src/knowledge/lint-known-commands.ts';

/** A fix is labelled with at least the risk that its commands and changes show; checks change nothing; each program is known. */
export function lintRisk(entry: Entry): readonly Problem[] {
  const problem = (path: string, text: string): Problem => ({ at: entry.id, path, text, weight: 'error' });
  return [
    ...fieldsOf(entry)
      .filter(({ kind }) => kind === 'command')
      .flatMap(({ path, text, purpose }) => {
        const found = riskOf(text);
        if (typeof found !== 'string') return [problem(path, `runs ${found.unknown}: add it to ${WHERE_TO_ADD}`)];
        if (purpose === 'check' && found !== 'read-only')
          return [problem(path, `is ${found} and must change nothing: a check only looks`)];
        return [];
      }),
    ...entry.causes.flatMap((cause) =>
      cause.fixes.flatMap((fix, at) => {
        const shown = riskOfFix(fix);
        const isHonest = RANK[fix.risk] >= RANK[shown];
        const path = `causes.${cause.id}.fixes[${at}].risk`;
        return isHonest
          ? []
          : [problem(path, `is ${fix.risk}, and its steps are ${shown}: label it so, with its undo`)];
      }),
    ),
  ];
}

function riskOfFix(fix: Fix): Risk {
  const risks = fix.steps.flatMap((step): readonly Risk[] => {
    if (step.change !== undefined) return ['safe'];
    const found = step.run === undefined ? 'read-only' : riskOf(step.run);
    return typeof found === 'string' ? [found] : [];
  });
  return highest(risks);
}

const highest = (risks: readonly Risk[]): Risk =>
  risks.reduce((worst, risk) => (RANK[risk] > RANK[worst] ? risk : worst), 'read-only');

/** What running a command risks, by its words; or the name of a program that nobody has judged yet. */
function riskOf(run: string): Risk | { readonly unknown: string } {
  const commands = commandsOf(run);
  const judged = commands.map(({ words }) => riskOfWords(words));
  const unknown = judged.find((risk) => typeof risk !== 'string');
  const writes = commands.some((command) => command.writes) ? (['safe'] as const) : [];
  return unknown ?? highest([...judged.filter((risk) => typeof risk === 'string'), ...writes]);
}

function riskOfWords(words: readonly string[]): Risk | { readonly unknown: string } {
  const inner = innerCommand(words);
  if (inner) return inner.length === 0 ? 'read-only' : riskOfWords(inner);
  const [path = '', ...rest] = words;
  const program = nameOf(path);
  if (program === 'sh' || program === 'bash') return riskOfScript(rest);
  const found = RULES.find((rule) => rule.program.test(program) && rule.words.test(rest.join(' ')));
  return found?.risk ?? PROGRAMS[program] ?? { unknown: program };
}

/** `/usr/sbin/php-fpm8.2` and the blank `<php-binary>` are PHP all the same. */
function nameOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (/^<php-?[a-z-]*>$/.test(name)) return 'php';
  return name.replace(/^(php-fpm|php|python3|pip3|openssl|mkfs)[.\d]+\w*$/, '$1');
}

function riskOfScript(rest: readonly string[]): Risk | { readonly unknown: string } {
  const at = rest.findIndex((word) => /^-\w*c$/.test(word));
  const script = at < 0 ? undefined : rest[at + 1];
  if (script === undefined || parse(script).errors?.length) return { unknown: 'a shell script' };
  return riskOf(script);
}
