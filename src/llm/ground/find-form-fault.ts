import type { Basis } from './basis.ts';
import type { Fault } from './fault.ts';
import { REFERENCE } from './reference.ts';

const LINK = /https?:|ftp:|www\.|mailto:|\]\(/i;
const MENTION = /[<>@＠＜＞]|&lt;|&gt;|#[a-z]/i;
/** Control, format and unassigned characters, line separators, variation selectors. */
const UNSEEN = /\p{C}|\p{Zl}|\p{Zp}|\p{Variation_Selector}/u;
const MARKUP = /\*|~~|__|[|{}\\$]|^\s*(?:#|>|-\s|\d+[.)]\s)|!\[/;
const COMMANDS =
  /(?:^|[\s`'"(])(?:sudo|su|rm|chmod|chown|chattr|setenforce|setsebool|systemctl|journalctl|curl|wget|kubectl|helm|iptables|nft|ufw|apt|apt-get|yum|dnf|apk|mkfs|dd|bash|sh|eval|exec|nc|tee|sed|awk|xargs|crontab|pkill|killall|reboot|shutdown|nginx\s+-\w)(?=$|[\s`'".,;:)])/i;
const FLAG = /(?:^|[\s`'"(])--?[a-z][\w-]*/i;
const SHELL = /&&|\|\||;\s|\$\(|`[^`]*[;&|<>][^`]*`/;
const OWN_INSTRUCTIONS =
  /\b(?:system prompt|my instructions|these instructions|previous instructions|the prompt|as an ai|language model|fence)\b/i;

/** What is wrong with how a sentence is written, whatever it says; null when nothing is. */
export function findFormFault(sentence: string, { trusted, fence }: Basis): Fault | null {
  const prose = sentence.replace(REFERENCE, '');
  if (MENTION.test(prose)) return 'mention';
  if (LINK.test(prose)) return 'link';
  if ((fence !== null && sentence.includes(fence)) || OWN_INSTRUCTIONS.test(prose)) return 'tells-of-its-instructions';
  if (COMMANDS.test(prose) || SHELL.test(prose) || hasOwnFlag(prose, trusted)) return 'command';
  return UNSEEN.test(prose) || MARKUP.test(prose) || prose.includes('[') || oddBackticks(prose) ? 'markup' : null;
}

/** A flag that the knowledge itself names, such as gunicorn's `--timeout`, may be named again. */
function hasOwnFlag(prose: string, trusted: string): boolean {
  const flag = FLAG.exec(prose)?.[0].replace(/^[^-]+/, '');
  return flag !== undefined && (/^-\w$/.test(flag) || !trusted.includes(flag.toLowerCase()));
}

const oddBackticks = (prose: string): boolean => prose.split('`').length % 2 === 0;
