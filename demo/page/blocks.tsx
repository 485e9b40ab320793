import { type MouseEvent, useMemo } from 'react';
import { type Block, Message } from 'slack-blocks-to-jsx';
import type { JsonObject } from '../../test/fake-slack/json.ts';
import { actionOf, prepareBlocks } from './prepare-blocks.ts';

interface Props {
  readonly blocks: readonly JsonObject[];
  /** Unique on the page. */
  readonly id: string;
  /** A click on a button; `choice` counts the buttons of one element, as in feedback buttons. */
  readonly onAction: (actionId: string, choice: number) => void;
}

const DATA = {
  users: [
    { id: 'U0BOT', name: 'nginx-why' },
    { id: 'U0ANNA', name: 'Anna' },
  ],
};

/** Blocks as Slack shows them. */
export function Blocks({ blocks, id, onAction }: Props) {
  const prepared = useMemo(() => toBlocks(prepareBlocks(blocks, id)), [blocks, id]);

  function onClick(event: MouseEvent<HTMLDivElement>): void {
    const button = event.target instanceof Element ? event.target.closest('button') : null;
    const element = button?.closest('[id*="~"]');
    const action = element && actionOf(element.id);
    if (!button || !action) return;
    onAction(action, [...element.querySelectorAll('button')].indexOf(button));
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the clicks come from the buttons inside, which take the keyboard
    // biome-ignore lint/a11y/useKeyWithClickEvents: same
    <div className="blocks" onClick={onClick}>
      <Message blocks={prepared} data={DATA} logo="" name="" withoutWrapper />
    </div>
  );
}

/** The stand-in has checked them already. */
function toBlocks(blocks: readonly JsonObject[]): Block[] {
  return JSON.parse(JSON.stringify(blocks));
}
