import { accessStatus } from './access-status.ts';

const OTHER_PROGRAM = /^(?:\[?\d{2,4}[-/ ]|[A-Z][a-z]{2} [ \d]\d )/;

/** True for an error line whose message goes on below: the context stands at the end of a message's last line; before it a quote
 * is open, or lua or njs tell where it was. */
export function isUnfinished(line: string): boolean {
  if (line.includes(', client: ')) return false;
  return hasOpenQuote(line) || line.includes('lua') || line.includes('js exception') || line.includes('traceback');
}

function hasOpenQuote(line: string): boolean {
  let open = false;
  for (let quote = line.indexOf('"'); quote >= 0; quote = line.indexOf('"', quote + 1)) open = !open;
  return open;
}

/** True for a line that can belong to the one above it: nothing that another program would start a line with. */
export function goesOn(line: string): boolean {
  return line !== '' && !line.startsWith('{') && accessStatus(line) === null && !OTHER_PROGRAM.test(line);
}
