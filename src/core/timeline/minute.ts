/** `YYYY/MM/DD HH:MM` of seconds since 1970, as nginx writes its local time. */
export function minuteOf(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 16).replaceAll('-', '/').replace('T', ' ');
}

/** `YYYY/MM/DD HH:MM:SS` of the same. */
export function secondOf(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 19).replaceAll('-', '/').replace('T', ' ');
}
