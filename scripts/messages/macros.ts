import type { Platform } from './platform.ts';
import type { Macro } from './source-file.ts';
import type { Token } from './tokens.ts';

/** String macros by name. A name may be defined once for each system, and more than once for systems' options. */
export type Macros = ReadonlyMap<string, readonly Macro[]>;

/** What `configure` and the release decide, as values of a format. */
const CONFIGURED: ReadonlyMap<string, string> = new Map([
  ['NGX_USER', 'nobody'],
  ['NGX_GROUP', 'nogroup'],
  ['NGX_COMPILER', '%s'],
  ['NGINX_VERSION', '%s'],
  ['NGINX_VER', 'nginx/%s'],
  ['NGINX_VER_BUILD', 'nginx/%s'],
  ['OPENSSL_VERSION_TEXT', '%s'],
]);

/** Gathers the string macros of all files. */
export function gatherMacros(macros: readonly Macro[]): Macros {
  const byName = new Map<string, Macro[]>();
  for (const macro of macros) byName.set(macro.name, [...(byName.get(macro.name) ?? []), macro]);
  for (const [name, text] of CONFIGURED)
    byName.set(name, [{ name, platform: 'any', value: [{ kind: 'string', text, line: 0, column: 0 }] }]);
  return byName;
}

/** A text and the system that it is written on. */
export interface PlatformText {
  readonly text: string;
  readonly platform: Platform;
}

/** Joins adjacent strings and macros: the texts for `platform`, and for `any` those of each system whose macros differ.
 * Empty where the tokens are something else. */
export function joinStrings(tokens: readonly Token[], macros: Macros, platform: Platform): readonly PlatformText[] {
  if (tokens.length === 0 || !tokens.every((token) => isText(token, macros))) return [];
  const targets = platform === 'any' ? [platform, ...platformsIn(tokens, macros)] : [platform];
  const texts = new Map<string, Platform>();
  for (const target of targets)
    for (const text of textsFor(tokens, macros, target)) if (!texts.has(text)) texts.set(text, target);
  return [...texts].map(([text, written]) => ({ text, platform: written }));
}

const isText = ({ kind, text }: Token, macros: Macros): boolean =>
  kind === 'string' || (kind === 'name' && macros.has(text));

function platformsIn(tokens: readonly Token[], macros: Macros): readonly Platform[] {
  const variants = tokens.flatMap(({ kind, text }) => (kind === 'name' ? (macros.get(text) ?? []) : []));
  return [...new Set(variants.map(({ platform }) => platform))].filter((platform) => platform !== 'any');
}

function textsFor(tokens: readonly Token[], macros: Macros, platform: Platform): readonly string[] {
  return tokens.reduce<readonly string[]>(
    (texts, token) => {
      const parts = token.kind === 'string' ? [token.text] : macroTexts(token.text, macros, platform);
      return texts.flatMap((text) => parts.map((part) => text + part));
    },
    [''],
  );
}

function macroTexts(name: string, macros: Macros, platform: Platform): readonly string[] {
  const variants = (macros.get(name) ?? []).filter((variant) => !isPlaceholder(variant));
  const own = variants.filter((variant) => variant.platform === platform);
  const fallback = platform === 'any' ? 'linux' : 'any';
  const chosen = own.length > 0 || platform === 'win32' ? own : variants.filter((one) => one.platform === fallback);
  const general = variants.filter((variant) => variant.platform === 'any');
  const used =
    chosen.length === 0 && macros.get(name)?.every((variant) => variant.platform === 'any') ? general : chosen;
  return [
    ...new Set(
      used.flatMap(({ value }) =>
        textsFor(
          value.filter((token) => token.text !== name),
          macros,
          platform,
        ),
      ),
    ),
  ];
}

/** A system that lacks the call names it after itself, or not at all: it can't fail there. */
function isPlaceholder({ name, value: [only, ...more] }: Macro): boolean {
  return more.length === 0 && only?.kind === 'string' && ['', name, 'dummy()', 'tcp_push()'].includes(only.text);
}
