import type { DatabaseSync } from 'node:sqlite';

/** Where explanations by a model may be asked for. Kept until somebody changes it. */
export interface Settings {
  /** A channel's own setting goes before the workspace's; without both they are on. */
  readonly explainsIn: (channel: string) => boolean;
  /** `channel` is null for the whole workspace. */
  readonly setExplains: (channel: string | null, isOn: boolean) => void;
}

const WORKSPACE = '*';

/** The settings in a database. */
export function createSettings(database: DatabaseSync): Settings {
  const select = database.prepare('SELECT is_on FROM explains WHERE scope = :scope');
  const upsert = database.prepare(
    'INSERT INTO explains (scope, is_on) VALUES (:scope, :isOn) ON CONFLICT DO UPDATE SET is_on = excluded.is_on',
  );
  const settingOf = (scope: string): boolean | null => {
    const row = select.get({ scope });
    return row ? row.is_on === 1 : null;
  };
  return {
    explainsIn: (channel) => settingOf(channel) ?? settingOf(WORKSPACE) ?? true,
    setExplains: (channel, isOn) => void upsert.run({ scope: channel ?? WORKSPACE, isOn: isOn ? 1 : 0 }),
  };
}
