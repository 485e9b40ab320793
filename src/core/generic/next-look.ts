import type { Check } from '../entry.ts';
import type { Finding } from '../identify/finding.ts';
import { blameOf } from './speaker.ts';

/** The read-only command that tells most about a message without an entry; null where none would. */
export function nextLook(finding: Finding): Check | null {
  const { facts, message } = finding;
  const errno = facts.get('errno') ?? '';
  if (facts.has('file') && PATH_ERRNOS.has(errno))
    return look('path', 'See owner, mode and existence of every directory on the path.', 'namei -l {file}');
  if (errno === 'ENOSPC') return look('space', 'See what is full: space or inodes.', 'df -h {fileDir}');
  if (message?.kind === 'config')
    return look('configuration', "See nginx's own verdict on the configuration.", 'nginx -t');
  if (blameOf(message) === 'backend')
    return look(
      'backend-log',
      'Read what the backend said in that minute.',
      'journalctl -u {?backend-unit} --since {since} --until {until} --no-pager',
    );
  if (message?.kind === 'startup' || message?.subsystem === 'process')
    return look(
      'service-log',
      'Read what nginx and systemd said around it.',
      'journalctl -u nginx --since {since} --until {until} --no-pager',
    );
  return null;
}

const PATH_ERRNOS: ReadonlySet<string> = new Set(['EACCES', 'EPERM', 'ENOENT', 'ENOTDIR', 'EISDIR', 'EROFS']);

const look = (id: string, what: string, run: string): Check => ({ id, do: what, run, outcomes: [] });
