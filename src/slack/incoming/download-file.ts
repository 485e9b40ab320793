import { setImmediate as nextTurn } from 'node:timers/promises';
import type { SlackFile } from './slack-message.ts';

/** What became of a file: its text, or why there is none, in words for the person who sent it. */
export type Download =
  | { readonly kind: 'text'; readonly text: string; readonly complete: boolean }
  | { readonly kind: 'problem'; readonly says: string };

export interface DownloadRules {
  readonly token: string;
  /** The only origin that is asked, so that no event can send the token elsewhere. */
  readonly origin: string;
  readonly maxBytes: number;
  readonly timeoutMs: number;
}

const TEXT_TYPES = /^(?:text\/(?!html)|application\/(?:json|x-ndjson|x-yaml|x-sh|octet-stream|log))/;
const HTML = /^\s*<(?:!doctype|html)/i;

/** Downloads a text file from Slack's own file host. Never follows a redirect, never reads more than `maxBytes` (then the
 * text is not `complete`), never throws. */
export async function downloadFile(file: SlackFile, rules: DownloadRules): Promise<Download> {
  const name = file.name ?? file.id;
  const refusal = refuse(file, rules);
  if (refusal) return problem(`I can't read ${name}: ${refusal}`);
  try {
    const response = await fetch(file.url_private_download ?? file.url_private ?? '', {
      headers: { authorization: `Bearer ${rules.token}` },
      redirect: 'manual',
      signal: AbortSignal.timeout(rules.timeoutMs),
    });
    if (response.status !== 200) return problem(`Slack did not hand out ${name} (status ${response.status}).`);
    if (response.headers.get('content-type')?.startsWith('text/html')) return problem(noScope(name));
    return await readText(response, name, rules.maxBytes);
  } catch {
    return problem(`${name} could not be downloaded from Slack in time. Send it again, or paste the lines.`);
  }
}

/** Why this file isn't asked for; null when it is. */
function refuse(file: SlackFile, { origin }: DownloadRules): string | null {
  const link = file.url_private_download ?? file.url_private;
  if (file.is_external || file.mode === 'external') return 'it lives outside of Slack.';
  if (file.mode !== 'snippet' && file.mimetype && !TEXT_TYPES.test(file.mimetype)) {
    return 'it is not a text file. Paste the lines as text, a picture of them says nothing to me.';
  }
  if (!link || !URL.canParse(link)) return 'Slack gave no address for it.';
  return new URL(link).origin === origin ? null : 'its address is not on the file host of Slack.';
}

async function readText(response: Response, name: string, maxBytes: number): Promise<Download> {
  const decoder = new TextDecoder();
  const pieces: string[] = [];
  let size = 0;
  let complete = true;
  for await (const chunk of response.body ?? []) {
    // piece by piece, so that others get their turn
    pieces.push(decoder.decode(chunk.subarray(0, maxBytes - size), { stream: true }));
    size += chunk.length;
    if (size > maxBytes) {
      complete = false;
      break;
    }
  }
  // joining a large file takes as long as others may wait at most
  await nextTurn();
  const text = pieces.join('') + decoder.decode();
  await nextTurn();
  if (HTML.test(text.slice(0, 200))) return problem(noScope(name));
  return { kind: 'text', text, complete };
}

/** Slack answers a download without the right to it with a login page and status 200. */
function noScope(name: string): string {
  return `Slack did not let me read ${name}. Whoever installed the app must give it the scope files:read and install it again.`;
}

function problem(says: string): Download {
  return { kind: 'problem', says };
}
