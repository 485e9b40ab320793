import type { Explaining, Language } from '../explaining/explain-port.ts';
import type { OutgoingMessage } from '../outgoing/message.ts';
import { COMMAND } from '../views/actions.ts';
import { toSentence } from './say-so.ts';

const CHOICE = /^\s*language(?:\s+(\S.{0,40}?))?\s*$/i;
const DEFAULT = 'default';

type Languages = Pick<Explaining, 'languages' | 'parseLanguage' | 'languageOf' | 'chooseLanguage'>;

/** What to say to `language`, `language de` and `language default` of one person; null for any other text. `explaining` is null where
 * no model server is configured. */
export function chooseLanguage(text: string, user: string, explaining: Languages | null): OutgoingMessage | null {
  const found = CHOICE.exec(text);
  if (!found) return null;
  if (!explaining)
    return toSentence(
      'No model is configured, so there are no explanations to choose a language for. The answers need none.',
    );
  const asked = found[1]?.toLowerCase();
  if (asked === undefined) return toSentence(`${nowIn(user, explaining)} ${choices(explaining.languages)}`);
  const language = explaining.parseLanguage(asked);
  if (!language && asked !== DEFAULT)
    return toSentence(
      `Explanations can't be checked in that language, so they are not written in it. ${choices(explaining.languages)}`,
    );
  explaining.chooseLanguage(user, language?.code ?? null);
  return toSentence(`${nowIn(user, explaining)} Commands, directives and log lines stay as they are.`);
}

const nowIn = (user: string, { languageOf }: Languages): string =>
  `Explanations that you ask for are written in ${languageOf(user).name}.`;

function choices(languages: readonly Language[]): string {
  const named = languages.map(({ code, name }) => `\`${code}\` (${name})`).join(', ');
  return `\`${COMMAND} language\` takes ${named}, or \`${DEFAULT}\`.`;
}
