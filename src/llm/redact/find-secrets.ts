import { lintSource } from '@secretlint/core';
import { creator } from '@secretlint/secretlint-rule-preset-recommend';

const RULES = { rules: [{ id: '@secretlint/secretlint-rule-preset-recommend', rule: creator }] };
/** JSON Web Tokens (RFC 7519) and what follows `Authorization:`, which the rule set leaves to the reader. */
const TOKENS = /\beyJ[\w-]{5,}\.[\w-]{5,}\.?[\w-]*|\b(?:Bearer|Basic|Digest)\s+[\w.~+/=-]{8,}/g;

/** Half-open ranges of a text that hold credentials, by the maintained rules of secretlint (keys of cloud providers, tokens of Slack,
 * GitHub and others, passwords in URLs) and the shape of tokens. */
export async function findSecrets(content: string): Promise<readonly (readonly [number, number])[]> {
  const source = { filePath: 'facts.txt', content, ext: '.txt', contentType: 'text' as const };
  const { messages } = await lintSource({ source, options: { config: RULES } });
  const tokens = [...content.matchAll(TOKENS)].map((found) => [found.index, found.index + found[0].length] as const);
  return [...messages.map(({ range }) => [range[0] ?? 0, range[1] ?? 0] as const), ...tokens];
}

/** The text with each secret replaced by `removed-secret`. */
export async function withoutSecrets(text: string): Promise<string> {
  const ranges = await findSecrets(text);
  return ranges
    .toSorted((a, b) => b[0] - a[0])
    .reduce((kept, [from, to]) => `${kept.slice(0, from)}removed-secret${kept.slice(to)}`, text);
}
