import { isThirdParty } from '../core/config/statement-start.ts';
import type { Entry } from '../core/entry.ts';
import { replacePlaceholders } from '../core/fill/placeholders.ts';
import type { Directive } from '../core/knowledge.ts';
import { type Field, fieldsOf } from './lint-fields.ts';
import { parseStatements, type Statement } from './lint-nginx-statements.ts';
import type { Problem } from './problem.ts';

/** Blocks whose lines are data of their own. */
const DATA_BLOCKS = /^(?:map|geo|types|split_clients|match|num_map|\w+_by_lua_block)$/;
/** The reference's context of `include`. */
const ANYWHERE = '';
const CONTEXT_WORDS = /\b(location|server|http|upstream|events|stream|mail)\b/g;
const OTHER_FILES =
  /\.(?:ya?ml|py|php|json|js|ts|rb|ini|service|toml|env|properties|xml)\b|\b(?:unit|pool|Ingress|Deployment|Service|compose|gunicorn|uWSGI|php\.ini|sysctl|systemctl|Dockerfile|metadata)\b/i;
/** Settings of other programs whose names start as directives do. */
const OTHER_PROGRAMS: ReadonlySet<string> = new Set([
  'worker_class', // gunicorn
  'worker_tmp_dir', // gunicorn
  'worker_timeout', // Puma
  'client_header_timeout_in_ms', // Tomcat's connectors
  'proxy_protocol_port', // HAProxy
  'keep_alive_timeout', // hypercorn
  'request_terminate_timeout', // PHP-FPM
  'request_slowlog_timeout', // PHP-FPM
]);

/** Every directive that an entry names exists in the official reference, in a context that fits the place it is advised for. */
export function lintDirectives(entry: Entry, directives: readonly Directive[]): readonly Problem[] {
  const known = toContexts(directives);
  const ofOthers = new Set(fieldsOf(entry).flatMap(settingsOfOthers));
  return fieldsOf(entry).flatMap((field) => {
    const complaints =
      field.kind === 'change' ? complainAboutChange(field, known) : complainAboutWords(field, known, ofOthers);
    return complaints.map((text) => ({ at: entry.id, path: field.path, text, weight: 'error' as const }));
  });
}

type Contexts = ReadonlyMap<string, ReadonlySet<string>>;

function toContexts(directives: readonly Directive[]): Contexts {
  const known = new Map<string, Set<string>>();
  for (const { name, contexts } of directives) {
    const all = known.get(name) ?? new Set<string>();
    for (const context of contexts) all.add(context);
    known.set(name, all);
  }
  return known;
}

function complainAboutChange(field: Field, known: Contexts): readonly string[] {
  const place = field.in ?? '';
  const statements = readStatements(field);
  if (OTHER_FILES.test(place) || statements === null) return [];
  const outer = [...new Set([...place.matchAll(CONTEXT_WORDS)].map(([word]) => word))];
  return statements.flatMap((statement) => complainAboutStatement(statement, outer, known));
}

/** Null where the change isn't nginx's configuration. */
const readStatements = (field: Field): readonly Statement[] | null =>
  parseStatements(replacePlaceholders(field.text, ({ name }) => name));

function complainAboutStatement(
  { name, inside }: Statement,
  outer: readonly string[],
  known: Contexts,
): readonly string[] {
  if (inside.some((block) => DATA_BLOCKS.test(block)) || isThirdParty(name)) return [];
  const contexts = known.get(name);
  if (!contexts)
    return [`writes ${name}, which the official reference does not have: check its spelling and its module`];
  const around = inside.at(-1);
  const places = around === undefined ? outer : [around];
  const fits =
    places.length === 0 ||
    contexts.has(ANYWHERE) ||
    places.some((place) => contexts.has(place) || (place === 'if' && contexts.has('if in location')));
  return fits
    ? []
    : [
        `writes ${name} into ${places.join(' or ')}, where it is not allowed: it belongs in ${[...contexts].join(', ')}`,
      ];
}

/** A word in backticks looks like a directive where its first part is one that directives have: `proxy_…`, `ssl_…`. */
function complainAboutWords({ text, kind }: Field, known: Contexts, ofOthers: ReadonlySet<string>): readonly string[] {
  if (kind === 'command') return [];
  const families = new Set([...known.keys()].filter((name) => name.includes('_')).map(familyOf));
  return [...text.matchAll(/`([a-z][a-z0-9]*(?:_[a-z0-9]+)+)(?=[`\s;])/g)].flatMap(([, name = '']) => {
    const isOurs = families.has(familyOf(name)) && !ofOthers.has(name) && !OTHER_PROGRAMS.has(name);
    return isOurs && !known.has(name) && !isThirdParty(name)
      ? [`names \`${name}\`, which looks like a directive and is none of the official reference: check its spelling`]
      : [];
  });
}

const familyOf = (name: string): string => name.slice(0, name.indexOf('_'));

/** What the entry itself writes into other programs' files. */
function settingsOfOthers(field: Field): readonly string[] {
  if (field.kind !== 'change') return [];
  const isOther = OTHER_FILES.test(field.in ?? '') || readStatements(field) === null;
  return isOther ? [...field.text.matchAll(/^\s*(?:- )?([\w.]+)/gm)].map(([, word = '']) => word) : [];
}
