import type { JsonObject } from '../test/fake-slack/json.ts';
import type { FakeSlack } from '../test/fake-slack/start-fake-slack.ts';

/** The modals that lie on each other, as Slack shows them: the last one is on top. */
export interface ModalStack {
  readonly top: () => JsonObject | null;
  /** Takes the top one away; the one below shows again. */
  readonly close: () => void;
  readonly clear: () => void;
}

/** Follows what the bot opens, pushes and updates. */
export function createModalStack(slack: FakeSlack): ModalStack {
  const stack: JsonObject[] = [];
  slack.views.watch(({ how, view }) => {
    if (how === 'publish') return;
    if (how === 'open') stack.splice(0);
    const at = stack.findIndex(({ id }) => id === view.id);
    if (at >= 0) stack[at] = view;
    else stack.push(view);
  });
  return { top: () => stack.at(-1) ?? null, close: () => void stack.pop(), clear: () => void stack.splice(0) };
}
