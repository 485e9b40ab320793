// Sequences that terminals obey: CSI, OSC, two-character escapes, and less's visible form of CSI.
const TERMINAL_SEQUENCE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed here
  /\u001b\[[0-?]*[ -/]*[@-~]|\u001b\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|\u001b[@-_]|\^\[\[[0-9;]{0,12}[mK]/g;
const CONTROL = /(?![\t\n])\p{Cc}/gu;
const INVISIBLE = /\p{Cf}/gu;
// nginx quotes the mark as part of a file's first word; less shows it in this form.
const QUOTED_BYTE_ORDER_MARK = /"\ufeff/g;
const SPACES = /[\u00a0\u2000-\u200a\u202f\u3000]/g;
const DOUBLE_QUOTES = /[\u201c-\u201f\u2033]/g;
const SINGLE_QUOTES = /[\u2018-\u201b\u2032]/g;
const DASHES = /[\u2013\u2014]/g;
const SLACK_LINK = /<((?:https?|ftp|mailto|tel):[^<>|\s]{1,2048})(?:\|([^<>|]{1,2048}))?>/g;
const MARKDOWN_LINK = /\[([^\][()\s]{1,300})\]\(https?:\/\/([^()\s]{1,300})\)/g;
const TAGS_BEFORE = /^\s*(?:<(?:pre|code|samp|p|div|span|td|li)(?: [^<>]{0,200})?>){1,8}/;
const TAGS_AFTER = /(?:<(?:\/(?:pre|code|samp|p|div|span|td|li)|br ?\/?)>){1,8}\s*$/;

const ENTITIES: Readonly<Record<string, string>> = {
  '&quot;': '"',
  '&#34;': '"',
  '&#39;': "'",
  '&#x27;': "'",
  '&lt;': '<',
  '&gt;': '>',
  '&nbsp;': ' ',
  '&amp;': '&',
};

/** One pasted line as the program wrote it: what chats, browsers, terminals and keyboards changed is changed back.
 * Control characters never survive (a tab becomes a space), so the result can be drawn anywhere after escaping. */
export function cleanLine(raw: string): string {
  const text = PLAIN.test(raw) ? raw : toPlainText(raw);
  return unescapeJson(withoutBold(withoutLinks(withoutTags(decodeEntities(text)))));
}

/** Nothing but printable ASCII, and nothing that less shows for an escape: what most programs write. */
const PLAIN = /^(?:[\x20-\x5d\x5f-\x7e]|\^(?!\[\[))*$/;

function toPlainText(raw: string): string {
  return raw
    .replace(TERMINAL_SEQUENCE, '')
    .replaceAll('\t', ' ')
    .replace(CONTROL, '\ufffd')
    .replace(QUOTED_BYTE_ORDER_MARK, '"<U+FEFF>')
    .replace(INVISIBLE, '')
    .replace(SPACES, ' ')
    .replace(DOUBLE_QUOTES, '"')
    .replace(SINGLE_QUOTES, "'")
    .replace(DASHES, '-');
}

/** Undone only where the quotes themselves are escaped, for `&amp;` can be part of a logged URI. */
function decodeEntities(text: string): string {
  if (!text.includes('&quot;') && !text.includes('&#34;') && !text.includes('&lt;http')) return text;
  return Object.entries(ENTITIES).reduce((decoded, [entity, char]) => decoded.replaceAll(entity, char), text);
}

/** Only around the line: what stands inside was logged. */
function withoutTags(text: string): string {
  return text.endsWith('>') || text.trimStart().startsWith('<')
    ? text.replace(TAGS_BEFORE, '').replace(TAGS_AFTER, '')
    : text;
}

function withoutLinks(text: string): string {
  const unlinked = text.includes('<')
    ? text.replace(SLACK_LINK, (_, url: string, label?: string) => {
        const bare = url.replace(/^(?:mailto|tel):/, '');
        return label !== undefined && url.includes(label) ? label : bare;
      })
    : text;
  if (!unlinked.includes('](http')) return unlinked;
  return unlinked.replace(MARKDOWN_LINK, (link, label: string, address: string) =>
    address.startsWith(label.replace(/^https?:\/\//, '')) ? label : link,
  );
}

/** People mark the words of a log line in bold; two pairs of asterisks are never nginx's. */
function withoutBold(text: string): string {
  return text.includes('**') && text.split('**').length === 3 ? text.replaceAll('**', '') : text;
}

/** A line copied out of a JSON string has its quotes escaped. */
function unescapeJson(text: string): string {
  if (!text.includes(': \\"')) return text;
  return text.replaceAll('\\"', '"').replaceAll('\\u0026', '&').replaceAll('\\/', '/').replaceAll('\\\\', '\\');
}
