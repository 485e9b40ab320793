import { expect, test } from 'vitest';
import { LANGUAGES, parseLanguage } from '../../src/llm/ground/language-terms.ts';
import { chooseLanguage } from '../../src/slack/listeners/choose-language.ts';

const ENGLISH = { code: 'en', name: 'English' };

/** Languages that are remembered as long as the test runs. */
function createLanguages() {
  const chosen = new Map<string, string>();
  return {
    chosen,
    languages: LANGUAGES,
    parseLanguage,
    languageOf: (user: string) => parseLanguage(chosen.get(user) ?? '') ?? ENGLISH,
    chooseLanguage: (user: string, code: string | null) =>
      void (code === null ? chosen.delete(user) : chosen.set(user, code)),
  };
}

test.for([
  ['language de', 'de', 'German'],
  ['language German', 'de', 'German'],
  ['language Deutsch', 'de', 'German'],
  [' LANGUAGE  fr ', 'fr', 'French'],
  ['language español', 'es', 'Spanish'],
] as const)('%s is remembered for who says it, and confirmed', ([text, code, name]) => {
  const languages = createLanguages();
  expect(chooseLanguage(text, 'U1', languages)?.text).toMatch(`Explanations that you ask for are written in ${name}.`);
  expect([...languages.chosen]).toEqual([['U1', code]]);
});

test('default forgets the choice', () => {
  const languages = createLanguages();
  chooseLanguage('language de', 'U1', languages);
  expect(chooseLanguage('language default', 'U1', languages)?.text).toContain('written in English');
  expect(languages.chosen.size).toBe(0);
});

test.for(['language', 'language klingon', 'language <!channel>'])(
  '%s changes nothing, and names what there is',
  (text) => {
    const languages = createLanguages();
    const said = chooseLanguage(text, 'U1', languages)?.text ?? '';
    expect(said).toContain(
      '/nginx-why language takes en (English), de (German), fr (French), es (Spanish), or default.',
    );
    expect(said).not.toContain('<');
    expect(languages.chosen.size).toBe(0);
  },
);

test('without a model there is nothing to choose', () => {
  expect(chooseLanguage('language de', 'U1', null)?.text).toMatch(/^No model is configured/);
});

test.for(['languages', '2026/11/22 10:15:42 [error] 7#7: language', 'language de\n[error] 7#7: *1 x', 'explain on'])(
  '%s is no choice',
  (text) => {
    expect(chooseLanguage(text, 'U1', createLanguages())).toBeNull();
  },
);
