/** Directives that may stand several times in a block; the first argument tells them apart. */
const REPEATED = new Set([
  'proxy_set_header',
  'fastcgi_param',
  'uwsgi_param',
  'grpc_set_header',
  'add_header',
  'proxy_ssl_conf_command',
  'include',
  'server',
  'listen',
  'set',
  'allow',
  'deny',
  'rewrite',
  'error_page',
  'location',
  'upstream',
  'map',
  'limit_req_zone',
  'limit_conn_zone',
]);
const PASSES = new Set(['proxy_pass', 'fastcgi_pass', 'uwsgi_pass', 'scgi_pass', 'grpc_pass', 'memcached_pass']);
const INDENT = '    ';

/** One directive of nginx's configuration, with its block if it has one, from its first character to its last. */
interface Item {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Writes lines into the block with this header (`location /`, `upstream shop`, `events`; empty for the file itself). A line replaces
 * the one with the same directive, and of those that may be repeated the one with the same first argument; others are added at the
 * end. `*_pass` directives count as one. Directives in `dropped` are removed first. Throws when there is no such block. */
export function writeIntoBlock(config: string, header: string, lines: string, dropped: readonly string[] = []): string {
  const block = findBlock(config, header);
  if (!block) throw new Error(`The configuration has no block "${header}":\n${config}`);
  let inside = config.slice(block.start, block.end);
  for (const item of findItems(inside).toReversed())
    if (dropped.includes(nameOf(item.text))) inside = inside.slice(0, item.start) + inside.slice(item.end);
  for (const { text } of findItems(lines))
    inside = writeItem(inside, text, header === '' ? '' : indentAt(config, block.end));
  return config.slice(0, block.start) + inside + config.slice(block.end);
}

/** Whether the configuration has a block with this header. */
export function hasBlock(config: string, header: string): boolean {
  return findBlock(config, header) !== null;
}

function writeItem(inside: string, text: string, outer: string): string {
  const same = findItems(inside).find((item) => keyOf(item.text) === keyOf(text));
  if (same) return inside.slice(0, same.start) + text + inside.slice(same.end);
  return `${inside.trimEnd()}\n${outer}${outer === '' && inside.trim() === '' ? '' : INDENT}${text}\n${outer}`;
}

function indentAt(config: string, end: number): string {
  return /[ \t]*$/.exec(config.slice(0, end))?.[0] ?? '';
}

/** Where the inside of the block lies. */
function findBlock(config: string, header: string): { readonly start: number; readonly end: number } | null {
  if (header === '') return { start: 0, end: config.length };
  for (const item of findItems(config)) {
    const brace = openingBrace(item.text);
    if (brace < 0) continue;
    const inner = { start: item.start + brace + 1, end: item.end - 1 };
    if (item.text.slice(0, brace).trim().replace(/\s+/g, ' ') === header) return inner;
    const deeper = findBlock(config.slice(inner.start, inner.end), header);
    if (deeper) return { start: inner.start + deeper.start, end: inner.start + deeper.end };
  }
  return null;
}

const openingBrace = (text: string): number => (text.endsWith('}') ? text.search(/\{\s|\{$|\{(?=\})/) : -1);

const nameOf = (text: string): string => /^[^\s;{]+/.exec(text)?.[0] ?? '';

function keyOf(text: string): string {
  const name = nameOf(text);
  if (PASSES.has(name)) return 'pass';
  if (!REPEATED.has(name)) return name;
  return text
    .slice(0, text.search(/[;{]/))
    .split(/\s+/)
    .slice(0, name === 'location' ? 4 : 2)
    .join(' ')
    .trim();
}

/** The directives of one level, in order. Knows quotes, comments and `${name}`. */
function findItems(config: string): readonly Item[] {
  const items: Item[] = [];
  let depth = 0;
  let start = -1;
  const token = /"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|#[^\n]*|\$\{\w+\}|[{};]|\S/g;
  for (const { 0: text, index } of config.matchAll(token)) {
    if (text.startsWith('#')) continue;
    if (start < 0) start = index;
    if (text === '{') depth += 1;
    if (text === '}') depth -= 1;
    if (depth === 0 && (text === ';' || text === '}')) {
      items.push({ text: config.slice(start, index + 1), start, end: index + 1 });
      start = -1;
    }
  }
  return items;
}

/** Writes `key = value` or `key value` lines into a program's settings: each replaces the line with the same key or is added. */
export function writeSettings(settings: string, lines: string): string {
  return lines.split('\n').reduce((text, line) => {
    const key = keyOfSetting(line);
    const old = text.split('\n');
    const at = old.findIndex((one) => keyOfSetting(one) === key);
    return (
      at < 0 ? [...old.filter((one, index) => one !== '' || index < old.length - 1), line, ''] : old.with(at, line)
    ).join('\n');
  }, settings);
}

const keyOfSetting = (line: string): string => line.trim().split(/\s*=\s*|\s+/)[0] ?? '';
