import { createHash } from 'node:crypto';
import type { Message } from '../../src/core/message.ts';
import { MessageSchema } from '../../src/knowledge/message-schema.ts';
import type { ScannedMessage } from './scan.ts';

const LONGEST_SLUG = 60;
const CONSTANT_ERRNO = /^NGX_(E[A-Z]+)$/;

/** Makes a record of what the source says. What only people know (`ctx`, `kind`, `subsystem`) is taken from the nearest record of the
 * same function, or else file; `likely` holds them. Check those of new files by hand. */
export function toMessage(scanned: ScannedMessage, likely: readonly Message[], since: string | undefined): Message {
  const near = nearest(scanned, likely);
  const { errno, template } = scanned;
  const always = CONSTANT_ERRNO.exec(errno ?? '')?.[1];
  // the same call with another system's words
  const isVariant = scanned.platform !== 'any' && near?.line === scanned.line;
  return MessageSchema.parse({
    id: idOf(scanned),
    template,
    level: scanned.level,
    ...(scanned.level === 'variable' && scanned.levels.length > 0
      ? { levels: scanned.levels, usual_level: scanned.levels.includes('error') ? 'error' : scanned.levels[0] }
      : {}),
    errno_appended: errno !== null,
    ...(always === undefined ? {} : { errno: always }),
    ...(scanned.ssl ? { ssl_appended: true } : {}),
    kind: scanned.inFile ? 'config' : (near?.kind ?? 'runtime'),
    ...(scanned.inFile ? { in_file: true } : {}),
    ctx: scanned.level === 'stderr' ? 'stderr' : scanned.inFile ? 'none' : (near?.ctx ?? 'none'),
    subsystem: near?.subsystem ?? 'unknown',
    file: scanned.file,
    line: scanned.line,
    function: scanned.function,
    ...(scanned.directives.length > 0 ? { directives: scanned.directives } : {}),
    ...(since === undefined ? {} : { since }),
    platform: scanned.platform,
    ...(scanned.abstract ? { abstract: true } : {}),
    ...(isVariant && near.common ? { common: true } : {}),
  });
}

function nearest({ file, function: name, line }: ScannedMessage, likely: readonly Message[]): Message | undefined {
  const distance = (message: Message): number =>
    Math.abs(message.line - line) + (message.function === name ? 0 : 1_000_000) + (message.in_file ? 100_000 : 0);
  return likely.filter((message) => message.file === file).toSorted((a, b) => distance(a) - distance(b))[0];
}

/** Words of the template and a hash of its place, which stays when lines shift. */
function idOf({ template, file, function: name, line, platform }: ScannedMessage): string {
  const words = template
    .toLowerCase()
    .replace(/%0?\d*(?:\.\d+|[umx*.])*[a-z%]/g, ' ')
    .match(/[a-z0-9_]+/g);
  const slug = (words ?? ['generic']).join('-').slice(0, LONGEST_SLUG).replace(/-+$/, '');
  const hash = createHash('sha256')
    .update(JSON.stringify([file, name, template, line, platform]))
    .digest('hex');
  return `${slug}-${hash.slice(0, 6)}`;
}
