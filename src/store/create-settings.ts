import type { DatabaseSync } from 'node:sqlite';

/** Where explanations by a model may be asked for, and in which language a person reads them. Kept until somebody changes it. */
export interface Settings {
  /** A channel's own setting goes before the workspace's; without both they are on. */
  readonly explainsIn: (channel: string) => boolean;
  /** `channel` is null for the whole workspace. */
  readonly setExplains: (channel: string | null, isOn: boolean) => void;
  /** The code of the language that a person chose, ISO 639-1; null where they chose none. */
  readonly languageOf: (user: string) => string | null;
  /** Null forgets the choice. */
  readonly setLanguage: (user: string, code: string | null) => void;
}

const WORKSPACE = '*';

/** The settings in a database. */
export function createSettings(database: DatabaseSync): Settings {
  const select = database.prepare('SELECT is_on FROM explains WHERE scope = :scope');
  const upsert = database.prepare(
    'INSERT INTO explains (scope, is_on) VALUES (:scope, :isOn) ON CONFLICT DO UPDATE SET is_on = excluded.is_on',
  );
  const language = database.prepare('SELECT code FROM languages WHERE user = :user');
  const choose = database.prepare(
    'INSERT INTO languages (user, code) VALUES (:user, :code) ON CONFLICT DO UPDATE SET code = excluded.code',
  );
  const forget = database.prepare('DELETE FROM languages WHERE user = :user');
  const settingOf = (scope: string): boolean | null => {
    const row = select.get({ scope });
    return row ? row.is_on === 1 : null;
  };
  return {
    explainsIn: (channel) => settingOf(channel) ?? settingOf(WORKSPACE) ?? true,
    setExplains: (channel, isOn) => void upsert.run({ scope: channel ?? WORKSPACE, isOn: isOn ? 1 : 0 }),
    languageOf: (user) => {
      const code = language.get({ user })?.code;
      return typeof code === 'string' ? code : null;
    },
    setLanguage: (user, code) => void (code === null ? forget.run({ user }) : choose.run({ user, code })),
  };
}
