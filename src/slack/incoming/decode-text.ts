/** `<...>` in a text that Slack sent: what Slack turned into a link, a mention or a date. It never spans lines. */
const MARKUP = /<([^<>\n]+)>/g;
const ENTITY = /&(amp|lt|gt);/g;
const CHARACTERS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>' };

/** Takes back what Slack did to a typed text: links become what was typed, mentions of people vanish, `&amp;`, `&lt;`
 * and `&gt;` become characters, once. For `text` of messages, attachments and mrkdwn; rich text isn't escaped. */
export function decodeText(text: string): string {
  return text
    .replace(MARKUP, (_whole, inner: string) => unlink(inner))
    .replace(ENTITY, (_whole, name) => CHARACTERS[name] ?? '');
}

function unlink(inner: string): string {
  const [target = '', label] = splitOnce(inner);
  if (target.startsWith('@')) return '';
  if (target.startsWith('#')) return `#${label ?? target.slice(1)}`;
  if (target.startsWith('!')) return label ?? '';
  return label === undefined || !isSameAddress(target, label) ? withoutScheme(target, label) : label;
}

function splitOnce(inner: string): readonly [string, string | undefined] {
  const bar = inner.indexOf('|');
  return bar < 0 ? [inner, undefined] : [inner.slice(0, bar), inner.slice(bar + 1)];
}

/** The label is what the person typed when it is the address itself; a label of other words hides the address. */
function isSameAddress(target: string, label: string): boolean {
  return bare(target) === bare(label);
}

function bare(address: string): string {
  return address
    .replace(/^(?:https?:\/\/|mailto:|tel:)/i, '')
    .replace(/\/$/, '')
    .toLowerCase();
}

function withoutScheme(target: string, label: string | undefined): string {
  if (/^(?:mailto|tel):/i.test(target)) return label ?? target.slice(target.indexOf(':') + 1);
  return target;
}
