import type { Facts } from '../facts/read-facts.ts';
import type { Directive } from '../knowledge.ts';
import type { Message } from '../message.ts';
import { speakerOf } from './speaker.ts';

const MOST = 3;
const QUOTED = /"([a-z][a-z0-9_]{2,40})"/g;

/** The directives that a message is about: those that it names, else those that the catalogue ties to it. Empty when neither tells. */
export function governingDirectives(
  message: Message | null,
  facts: Facts,
  directives: readonly Directive[],
): readonly Directive[] {
  const { module } = speakerOf(message);
  const named = [
    ...[...(message?.template ?? '').matchAll(QUOTED)].map((found) => found[1] ?? ''),
    facts.get('directive') ?? '',
    ...((message?.directives?.length ?? MOST + 1) <= MOST ? (message?.directives ?? []) : []),
  ];
  const found = [...new Set(named)].flatMap((name) => {
    const all = directives.filter((directive) => directive.name === name);
    return all.find((directive) => directive.module === module) ?? all[0] ?? [];
  });
  return found.slice(0, MOST);
}

/** Where the official documentation describes a directive. */
export function directiveUrl({ name, module }: Directive): string {
  return `${moduleUrl(module)}#${name}`;
}

/** The page of a module: `https://nginx.org/en/docs/http/ngx_http_proxy_module.html`. */
export function moduleUrl(module: string): string {
  if (module === 'ngx_core_module') return 'https://nginx.org/en/docs/ngx_core_module.html';
  const family = /^ngx_(http|stream|mail)_/.exec(module)?.[1];
  return `https://nginx.org/en/docs/${family === undefined ? '' : `${family}/`}${module}.html`;
}
