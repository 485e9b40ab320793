import {
  anything,
  list,
  number,
  oneOf,
  part,
  plain,
  type Rule,
  type Shape,
  shape,
  string,
  text,
  yesNo,
} from './block-rules.ts';

/** Elements that pick a value, for sections, actions and inputs alike. */
export const PICKERS = [
  'checkboxes',
  'datepicker',
  'datetimepicker',
  'timepicker',
  'radio_buttons',
  'static_select',
  'multi_static_select',
  'external_select',
  'users_select',
  'conversations_select',
  'channels_select',
  'multi_users_select',
  'multi_conversations_select',
  'multi_channels_select',
] as const;

/** Elements that only an input block may hold. */
export const INPUTS = [
  'plain_text_input',
  'email_text_input',
  'url_text_input',
  'number_input',
  'file_input',
  'rich_text_input',
] as const;

const ACTION: Readonly<Record<string, Rule>> = { action_id: string(255) };
const FOCUSED: Readonly<Record<string, Rule>> = { ...ACTION, focus_on_load: yesNo };
const ASKING: Readonly<Record<string, Rule>> = { ...FOCUSED, confirm: part('confirm'), placeholder: plain(150) };
const TYPED: Readonly<Record<string, Rule>> = { ...FOCUSED, placeholder: plain(150), dispatch_action_config: anything };
const OPTION = part('option');
const CHOICES: Readonly<Record<string, Rule>> = {
  ...ASKING,
  options: list(OPTION, 100),
  option_groups: list(anything, 100),
  initial_option: OPTION,
};
const SETS: Readonly<Record<string, Rule>> = {
  ...FOCUSED,
  confirm: part('confirm'),
  options: list(OPTION, 10),
};
const FEEDBACK = part('feedback_button');

const SPECIAL: Readonly<Record<string, Shape>> = {
  button: shape(['text'], {
    ...ACTION,
    text: plain(75),
    url: string(3000),
    value: string(2000),
    style: oneOf('primary', 'danger'),
    confirm: part('confirm'),
    accessibility_label: string(75),
  }),
  icon_button: shape(['icon', 'text'], {
    ...ACTION,
    icon: oneOf('trash'),
    text: plain(75),
    value: string(2000),
    confirm: part('confirm'),
    accessibility_label: string(75),
    visible_to_user_ids: list(string()),
  }),
  feedback_buttons: shape(['positive_button', 'negative_button'], {
    ...ACTION,
    positive_button: FEEDBACK,
    negative_button: FEEDBACK,
  }),
  feedback_button: shape(['text', 'value'], { text: plain(75), value: string(2000), accessibility_label: string(75) }),
  overflow: shape(['options'], { ...ACTION, options: list(OPTION, 5), confirm: part('confirm') }),
  confirm: shape(['title', 'text', 'confirm', 'deny'], {
    title: plain(100),
    text: text(300),
    confirm: plain(30),
    deny: plain(30),
    style: oneOf('primary', 'danger'),
  }),
  option: shape(['text', 'value'], { text: text(75), value: string(75), description: text(75), url: string(3000) }),
};

const TYPING: Readonly<Record<string, Shape>> = {
  plain_text_input: shape([], {
    ...TYPED,
    initial_value: string(3000, 0),
    multiline: yesNo,
    min_length: number(0, 3000),
    max_length: number(1, 3000),
  }),
  email_text_input: shape([], { ...TYPED, initial_value: string() }),
  url_text_input: shape([], { ...TYPED, initial_value: string() }),
  number_input: shape(['is_decimal_allowed'], {
    ...TYPED,
    is_decimal_allowed: yesNo,
    initial_value: string(),
    min_value: string(),
    max_value: string(),
  }),
  file_input: shape([], { ...ACTION, filetypes: list(string()), max_files: number(1, 10) }),
  rich_text_input: shape([], { ...TYPED, initial_value: part('rich_text') }),
};

const CHOOSING: Readonly<Record<string, Shape>> = {
  checkboxes: shape(['options'], { ...SETS, initial_options: list(OPTION, 10) }),
  radio_buttons: shape(['options'], { ...SETS, initial_option: OPTION }),
  static_select: shape([], CHOICES),
  multi_static_select: shape([], { ...CHOICES, initial_options: list(OPTION, 100), max_selected_items: number(1) }),
  external_select: shape([], { ...ASKING, initial_option: OPTION, min_query_length: number(0) }),
  datepicker: shape([], { ...ASKING, initial_date: string(10) }),
  timepicker: shape([], { ...ASKING, initial_time: string(5), timezone: string() }),
  datetimepicker: shape([], { ...FOCUSED, confirm: part('confirm'), initial_date_time: number() }),
};

const DIRECTORY: Readonly<Record<string, Shape>> = Object.fromEntries(
  ['users', 'conversations', 'channels'].flatMap((kind) => [
    [
      `${kind}_select`,
      shape([], { ...ASKING, [`initial_${kind.slice(0, -1)}`]: string(), response_url_enabled: yesNo }),
    ],
    [
      `multi_${kind}_select`,
      shape([], { ...ASKING, [`initial_${kind}`]: list(string()), max_selected_items: number(1) }),
    ],
  ]),
);

/** Interactive elements and the objects they are made of, with Slack's limits. */
export const ELEMENT_SHAPES: Readonly<Record<string, Shape>> = { ...SPECIAL, ...TYPING, ...CHOOSING, ...DIRECTORY };
