/** What a row of buttons must know when one of them is pressed, hours and restarts later: it stands in the row's
 * `block_id`, which Slack hands back with the press, also for messages that it shows to one person only. */
export interface RowState {
  readonly audience: 'thread' | 'asker' | 'shared';
  /** The person who shared the answer, or null. */
  readonly sharedBy: string | null;
  /** Action ids of the buttons that were pressed and are gone. */
  readonly pressed: readonly string[];
  /** What somebody said of the answer, or null. */
  readonly verdict: Verdict | null;
  /** Whether a model's words can be asked for, or are being written right now. */
  readonly explanation: 'none' | 'offered' | 'running';
}

export interface Verdict {
  readonly says: 'fixed' | 'not-it';
  readonly by: string;
}

const MARK = 'nw1';
const AUDIENCES = ['thread', 'asker', 'shared'] as const;

export function newRow(
  audience: RowState['audience'],
  sharedBy: string | null = null,
  explanation: RowState['explanation'] = 'none',
): RowState {
  return { audience, sharedBy, pressed: [], verdict: null, explanation };
}

/** At most 255 characters, as Slack wants it; a new state is a new id, as Slack wants that too. */
export function toBlockId({ audience, sharedBy, pressed, verdict, explanation }: RowState): string {
  const said = verdict ? `${verdict.says} ${verdict.by}` : '';
  return [MARK, audience, sharedBy ?? '', pressed.join(' '), said, explanation].join('|');
}

/** Null for an id that is none of ours. */
export function parseBlockId(id: string): RowState | null {
  const [mark, name, sharedBy = '', pressed = '', said = '', explained = ''] = id.split('|');
  const audience = AUDIENCES.find((known) => known === name);
  if (mark !== MARK || !audience) return null;
  const [says, by = ''] = said.split(' ');
  const verdict: Verdict | null = says === 'fixed' || says === 'not-it' ? { says, by } : null;
  const explanation = explained === 'offered' || explained === 'running' ? explained : 'none';
  return { audience, sharedBy: sharedBy || null, pressed: pressed.split(' ').filter(Boolean), verdict, explanation };
}
