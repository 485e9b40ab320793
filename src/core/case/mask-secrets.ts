const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;
const LONG_HEX = /^[\da-f]{16,}$/i;
const LONG_NUMBER = /^\d{9,}$/;
const TOKEN_LENGTH = 20;
const LONGEST_PATH = 512;
const URL_START = /^(?:[a-z][a-z0-9+-]*:\/\/)?[^/?#]*/;
const SOCKET = /^(?:[a-z][a-z0-9+-]*:\/\/)?unix:[^:]*/;

/** A path without its query, and with an ellipsis for each part that looks like a secret or like a person: tokens, long numbers,
 * identifiers, addresses of mail. Commands leave a blank where such a value would stand. */
export function maskPath(path: string): string {
  return (path.split(/[?#;]/)[0] ?? '')
    .slice(0, LONGEST_PATH)
    .split('/')
    .map((part) => (looksSecret(part) ? '…' : part))
    .join('/');
}

function looksSecret(part: string): boolean {
  if (UUID.test(part) || LONG_HEX.test(part) || LONG_NUMBER.test(part)) return true;
  if (part.includes('@') || part.includes('%40') || part.startsWith('eyJ')) return true;
  return part.length >= TOKEN_LENGTH && /[a-z]/.test(part) && /[A-Z]/.test(part) && /\d/.test(part);
}

/** An address with its path masked. A socket's own path is the operator's and stays; what was asked of it goes. */
export function maskUrl(url: string): string {
  const socket = SOCKET.exec(url)?.[0];
  if (socket !== undefined) return socket;
  const start = URL_START.exec(url)?.[0] ?? '';
  return start + maskPath(url.slice(start.length));
}
