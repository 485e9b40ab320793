import { anything, list, number, oneOf, part, plain, type Shape, shape, string, text, yesNo } from './block-rules.ts';
import { ELEMENT_SHAPES, INPUTS, PICKERS } from './element-shapes.ts';
import { RICH_TEXT_SHAPES } from './rich-text-shapes.ts';

const CARD_TEXT = 200;
const CELLS = list(part('raw_text', 'raw_number', 'rich_text'), 20);
const CHILDREN = [
  'actions',
  'context',
  'divider',
  'file',
  'header',
  'image',
  'input',
  'rich_text',
  'section',
  'table',
  'video',
] as const;

/** Slack's blocks with their limits. Source: Slack's Block Kit reference and the comments of `@slack/types`. */
const BLOCK_SHAPES: Readonly<Record<string, Shape>> = {
  section: shape([], {
    text: text(3000),
    fields: list(text(2000), 10),
    accessory: part('button', 'image', 'overflow', ...PICKERS),
    expand: yesNo,
  }),
  header: shape(['text'], { text: plain(150), level: number(1, 4) }),
  divider: shape([], {}),
  context: shape(['elements'], { elements: list(part('image', 'plain_text', 'mrkdwn'), 10) }),
  actions: shape(['elements'], { elements: list(part('button', 'overflow', ...PICKERS), 25) }),
  context_actions: shape(['elements'], { elements: list(part('feedback_buttons', 'icon_button'), 5) }),
  image: shape(['alt_text'], {
    alt_text: string(2000),
    title: plain(2000),
    image_url: string(3000),
    slack_file: anything,
  }),
  input: shape(['label', 'element'], {
    label: plain(2000),
    hint: plain(2000),
    optional: yesNo,
    element: part(...INPUTS, ...PICKERS),
    dispatch_action: yesNo,
  }),
  markdown: shape(['text'], { text: string(12_000) }),
  alert: shape(['text'], { text: text(200), level: oneOf('default', 'info', 'warning', 'error', 'success') }),
  container: shape(['child_blocks'], {
    title: plain(150),
    rich_text_title: part('rich_text'),
    subtitle: text(150),
    child_blocks: list(part(...CHILDREN), 10),
    width: oneOf('narrow', 'standard', 'wide', 'full'),
    icon: part('image'),
    is_collapsible: yesNo,
    default_collapsed: yesNo,
    has_header_divider: yesNo,
  }),
  table: shape(['rows'], { rows: list(CELLS, 100), column_settings: list(anything, 20) }),
  data_table: shape(['rows', 'caption'], {
    rows: list(CELLS, 101, 2),
    caption: string(),
    page_size: number(1, 100),
    row_header_column_index: number(0, 19),
  }),
  card: shape([], {
    hero_image: part('image'),
    icon: part('image'),
    title: text(150),
    subtitle: text(150),
    body: text(CARD_TEXT),
    actions: list(part('button')),
  }),
  carousel: shape(['elements'], { elements: list(part('card'), 10) }),
  plan: shape(['title'], { title: string(), tasks: list(part('task_card')) }),
  task_card: shape(['task_id', 'title', 'status'], {
    task_id: string(),
    title: string(),
    details: part('rich_text'),
    output: part('rich_text'),
    sources: list(anything),
    status: oneOf('pending', 'in_progress', 'complete', 'error'),
  }),
  video: shape(['video_url', 'thumbnail_url', 'alt_text', 'title'], {
    video_url: string(3000),
    thumbnail_url: string(3000),
    alt_text: string(2000),
    title: plain(199),
    title_url: string(3000),
    author_name: string(49),
    provider_name: string(),
    provider_icon_url: string(3000),
    description: plain(200),
  }),
  raw_text: shape(['text'], { text: string() }),
  raw_number: shape(['value'], { value: number(), text: string() }),
};

/** The types that may stand at the top of a message or view. */
export const BLOCK_TYPES: ReadonlySet<string> = new Set([
  ...Object.keys(BLOCK_SHAPES).filter((type) => type !== 'raw_text' && type !== 'raw_number'),
  'rich_text',
]);

/** Every type that the validator knows: blocks, elements and parts of rich text. */
export const SHAPES: ReadonlyMap<string, Shape> = new Map(
  Object.entries({ ...ELEMENT_SHAPES, ...RICH_TEXT_SHAPES, ...BLOCK_SHAPES }),
);

/** An image among a context's or section's elements; the block of the same name may hold more. */
export const IMAGE_ELEMENT: Shape = shape(['alt_text'], {
  alt_text: string(2000),
  image_url: string(3000),
  slack_file: anything,
});
