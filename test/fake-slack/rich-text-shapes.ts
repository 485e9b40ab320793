import { anything, list, number, oneOf, part, type Shape, shape, string, yesNo } from './block-rules.ts';

const INLINE = part('text', 'link', 'emoji', 'user', 'channel', 'usergroup', 'broadcast', 'date', 'color', 'team');

/** The parts of a `rich_text` block. An empty text element is refused, and preformatted text holds no markup. */
export const RICH_TEXT_SHAPES: Readonly<Record<string, Shape>> = {
  rich_text: shape(['elements'], {
    elements: list(part('rich_text_section', 'rich_text_list', 'rich_text_quote', 'rich_text_preformatted')),
  }),
  rich_text_section: shape(['elements'], { elements: list(INLINE) }),
  rich_text_quote: shape(['elements'], { elements: list(INLINE), border: number(0, 1) }),
  rich_text_preformatted: shape(['elements'], {
    elements: list(part('text', 'link')),
    border: number(0, 1),
    language: string(),
  }),
  rich_text_list: shape(['style', 'elements'], {
    style: oneOf('bullet', 'ordered'),
    elements: list(part('rich_text_section')),
    indent: number(0, 8),
    offset: number(0),
    border: number(0, 1),
  }),
  text: shape(['text'], { text: string(), style: anything }),
  link: shape(['url'], { url: string(3000), text: string(undefined, 0), unsafe: yesNo, style: anything }),
  emoji: shape(['name'], { name: string(), unicode: string(), skin_tone: number(1, 6), style: anything }),
  user: shape(['user_id'], { user_id: string(), style: anything }),
  channel: shape(['channel_id'], { channel_id: string(), style: anything }),
  usergroup: shape(['usergroup_id'], { usergroup_id: string(), style: anything }),
  broadcast: shape(['range'], { range: oneOf('here', 'channel', 'everyone'), style: anything }),
  date: shape(['timestamp', 'format'], { timestamp: number(), format: string(), url: string(), fallback: string() }),
  color: shape(['value'], { value: string() }),
  team: shape(['team_id'], { team_id: string(), style: anything }),
};
