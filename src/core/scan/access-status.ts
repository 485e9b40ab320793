const FURTHEST_TIME = 300;
const TIME = /\[\d\d\/[A-Z][a-z]{2}\/\d{4}:/y;
const STATUS = /" (\d{3}) /;

/** True for a line with the time of an access log in its first bracket. */
export function isAccess(line: string): boolean {
  const bracket = line.indexOf('[');
  if (bracket < 0 || bracket > FURTHEST_TIME) return false;
  TIME.lastIndex = bracket;
  return TIME.test(line);
}

/** The status of an access line: what follows the first quote that could close its request; empty where nothing does. */
export function accessStatus(line: string): string {
  return STATUS.exec(line)?.[1] ?? '';
}
