import type { types } from '@slack/bolt';
import type { FindingAnswer, Reply } from '../../core/reply/reply.ts';
import type { Block } from '../outgoing/message.ts';
import { ACTIONS } from './actions.ts';
import { decidedCause } from './cause-parts.ts';
import { type RowState, toBlockId } from './row-state.ts';
import type { ShownTo } from './shown-to.ts';

type Button = types.Button;

/** A button; `value` says where the paste can be found again, and `label` what a screen reader says. */
function button(actionId: string, text: string, value: string, label: string): Button {
  return {
    type: 'button',
    action_id: actionId,
    text: { type: 'plain_text', text, emoji: false },
    value,
    accessibility_label: label,
  };
}

/** What can be done with an answer: share it, see the rest, say whether it helped. Pressed buttons are gone. */
export function answerButtons(
  lead: FindingAnswer,
  { change, fixVerdicts }: Reply,
  { row, source }: ShownTo,
): readonly Block[] {
  if (source === null) return [];
  const isFixed = fixVerdicts.length > 0 && fixVerdicts.every(({ kind }) => kind === 'fixed');
  const offered = [
    ...(row.audience === 'asker' ? [share(source)] : []),
    ...(lead.entry === null
      ? []
      : [more(change ? 'Full answer' : decidedCause(lead) ? 'Other causes' : 'All causes', source)]),
    ...(lead.verification.length + lead.checks.length > 1 ? [verify(source)] : []),
    ...explainOrStop(row.explanation, source),
    ...(lead.entry === null || lead.severity === 'harmless' || row.verdict !== null
      ? []
      : judge(source, row.audience !== 'asker' && !isFixed)),
  ];
  const elements = offered.filter(({ action_id = '' }) => !row.pressed.includes(action_id));
  return elements.length === 0 ? [] : [{ type: 'actions', block_id: toBlockId(row), elements }];
}

/** Shows what an answer looks like. */
export function exampleButton(): Block {
  return {
    type: 'actions',
    elements: [button(ACTIONS.example, 'Show an example', 'example', 'Show an example answer')],
  };
}

function share(source: string): Button {
  const label = 'Share to channel: everybody there will see this answer';
  return { ...button(ACTIONS.share, 'Share to channel', source, label), style: 'primary' };
}

function more(text: string, source: string): Button {
  return button(ACTIONS.allCauses, text, source, `${text}, with their fixes`);
}

function verify(source: string): Button {
  return button(ACTIONS.verify, 'Verify', source, 'Verify: every check, and how to see that the fix works');
}

function explainOrStop(explanation: RowState['explanation'], source: string): readonly Button[] {
  switch (explanation) {
    case 'none':
      return [];
    case 'offered':
      return [button(ACTIONS.explain, 'Explain', source, 'Explain: in other words, written by a model')];
    case 'running':
      return [button(ACTIONS.stopExplaining, 'Stop', source, 'Stop: end the explanation that is being written')];
  }
}

/** A fix is judged by later lines of its thread, so it can be said to be applied only where there is one, and as long as it isn't
 * known to have worked. */
function judge(source: string, canApply: boolean): readonly Button[] {
  const label = 'I applied it: say so, and learn what to paste to see whether it worked';
  return [
    ...(canApply ? [button(ACTIONS.applied, 'I applied it', source, label)] : []),
    button(ACTIONS.fixed, 'This fixed it', source, 'This fixed it: say so in the thread'),
    button(ACTIONS.notIt, 'Not it', source, 'Not it: say that this cause is wrong, and show the others'),
  ];
}
