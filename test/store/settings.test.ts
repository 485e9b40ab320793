import { expect, test } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';

test('explanations are on until somebody turns them off, and a channel goes before the workspace', () => {
  const { settings, close } = openStore(null, 1_000, () => {});
  expect(settings.explainsIn('C1')).toBe(true);
  settings.setExplains(null, false);
  expect(settings.explainsIn('C1')).toBe(false);
  settings.setExplains('C1', true);
  expect([settings.explainsIn('C1'), settings.explainsIn('C2')]).toEqual([true, false]);
  settings.setExplains('C1', false);
  expect(settings.explainsIn('C1')).toBe(false);
  close();
});

test('a person keeps the language that they chose, until they choose another one or none', () => {
  const { settings, close } = openStore(null, 1_000, () => {});
  expect(settings.languageOf('U1')).toBeNull();
  settings.setLanguage('U1', 'de');
  settings.setLanguage('U1', 'fr');
  expect([settings.languageOf('U1'), settings.languageOf('U2')]).toEqual(['fr', null]);
  settings.setLanguage('U1', null);
  expect(settings.languageOf('U1')).toBeNull();
  close();
});

test('settings that can not be read are off, and somebody hears of it', () => {
  const failed: unknown[] = [];
  const { settings, close } = openStore(null, 1_000, (error) => failed.push(error));
  close();
  expect(settings.explainsIn('C1')).toBe(false);
  expect(settings.languageOf('U1')).toBeNull();
  expect(failed).toHaveLength(2);
});
